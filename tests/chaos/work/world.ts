import { decodeId } from '@nexus/contracts/ids';
import { type Person, QUERIES, type Thing, type World } from './operation.ts';
import { ask } from './request.ts';

export const CLIENTS = 8;
const PASSWORD = 'correct horse battery staple';

const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { accessToken refreshToken viewer { user { id handle } } userErrors { message } }
}`;
const REFRESH = `mutation ($token: String!) {
  refreshSession(input: { refreshToken: $token }) { accessToken refreshToken userErrors { message } }
}`;

export type People = Record<'clients' | 'followed' | 'blocked', Person[]>;

/** New people: eight who act, two whom they follow, two whom they block. */
export async function signUpPeople(gateway: string): Promise<People> {
  const many = (count: number, name: string) =>
    Promise.all(Array.from({ length: count }, (_, number) => signUp(gateway, `${name}_${number}`)));
  return { clients: await many(CLIENTS, 'client'), followed: await many(2, 'star'), blocked: await many(2, 'pest') };
}

/** A new person. */
export async function signUp(gateway: string, handle: string): Promise<Person> {
  const input = { email: `${handle}@example.org`, password: PASSWORD, handle };
  const {
    viewer,
    accessToken: token,
    refreshToken,
  } = await expectPayload(gateway, 'signUp', {
    query: SIGN_UP,
    variables: { input },
  });
  const { id } = viewer.user;
  return { id, uuid: decodeId('user', id), handle, token, refreshToken };
}

/** Their sessions go on: access tokens last ten minutes. */
export async function refresh(gateway: string, people: People): Promise<void> {
  for (const person of people.clients) {
    const session = await expectPayload(gateway, 'refreshSession', {
      query: REFRESH,
      variables: { token: person.refreshToken },
    });
    person.token = session.accessToken;
    person.refreshToken = session.refreshToken;
  }
}

/** Four posts of four clients, and two comments, for all to act on. */
export async function createWorld(gateway: string, people: People): Promise<World> {
  const posts: Thing[] = [];
  const comments: World['comments'][number][] = [];
  for (const { token } of people.clients.slice(0, 4)) {
    const made = await expectPayload(gateway, 'createPost', {
      query: QUERIES.createPost,
      variables: { text: 'for all' },
      token,
    });
    posts.push({ id: made.post.id, uuid: decodeId('post', made.post.id) });
  }
  const post = posts[0]?.id ?? '';
  for (const { token } of people.clients.slice(4, 6)) {
    const variables = { post, text: 'for all' };
    const made = await expectPayload(gateway, 'addComment', { query: QUERIES.addComment, variables, token });
    const { id } = made.commentEdge.node;
    comments.push({ id, uuid: decodeId('comment', id), postId: post });
  }
  return { ...people, posts, comments };
}

type Asked = { query: string; variables: Record<string, unknown>; token?: string };

async function expectPayload(gateway: string, name: string, { query, variables, token }: Asked) {
  const answer = await ask(gateway, { query, variables }, token);
  const payload = answer.data?.[name];
  if (!payload || payload.userErrors?.length > 0) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return payload;
}
