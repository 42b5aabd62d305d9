import type { Answer } from '@nexus/contracts/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postGraphql, startTestGraph, type TestGraph } from './setup/graph.ts';
import { onTestDatabase, startNexus } from './setup/nexus-process.ts';
import { PASSWORD, type Person, signUp } from './setup/people.ts';

let graph: TestGraph;
let maria: Person;
let post: string;

beforeAll(async () => {
  graph = await startTestGraph();
  maria = await signUp(graph, 'maria');
  post = await publish(graph, maria, 'the post');
});
afterAll(() => graph[Symbol.asyncDispose]());

const CREATE = `mutation ($key: String, $text: String!) {
  createPost(input: { idempotencyKey: $key, content: { text: $text } }) { post { id } userErrors { code path } }
}`;
const COMMENT = `mutation ($key: String, $post: ID!, $text: String!) {
  addComment(input: { idempotencyKey: $key, postId: $post, text: $text }) {
    commentEdge { node { id text } } post { id } userErrors { code path message }
  }
}`;
const SHARE = `mutation ($key: String, $post: ID!) {
  sharePost(input: { idempotencyKey: $key, postId: $post }) { share { id } userErrors { code path } }
}`;
const SIGN_UP = `mutation ($input: SignUpInput!) {
  signUp(input: $input) { viewer { id user { handle } } refreshToken userErrors { code path message } }
}`;
const REFRESH =
  'mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { viewer { id } userErrors { code } } }';

const CONFLICT = [{ code: 'CONFLICT', path: ['input', 'idempotencyKey'] }];

async function publish({ ask }: Pick<TestGraph, 'ask'>, { token }: Person, text: string): Promise<string> {
  return (await ask(CREATE, { text }, token)).data.createPost.post.id;
}

/** The same request many times at once, each again while it is told so: a twin that takes long is not waited for. */
function twins(count: number, ask: () => Promise<Answer>): Promise<Answer[]> {
  const persist = async (): Promise<Answer> => {
    const answer = await ask();
    return JSON.stringify(answer).includes('Ask again.') ? await persist() : answer;
  };
  return Promise.all(Array.from({ length: count }, persist));
}

test('a comment is said once under its key, by thirty twins too', async () => {
  const say = (text = 'said once') => graph.ask(COMMENT, { key: 'comment', post, text }, maria.token);

  const [first, ...others] = (await twins(30, () => say())).map(({ data }) => data.addComment);

  expect(first).toMatchObject({ commentEdge: { node: { text: 'said once' } }, post: { id: post }, userErrors: [] });
  for (const other of others) expect(other).toEqual(first);
  expect((await say('something else')).data.addComment.userErrors).toMatchObject(CONFLICT);
  const { data } = await graph.ask('query ($id: ID!) { post(id: $id) { commentCount } }', { id: post });
  expect(data.post.commentCount).toBe(1);
});

test('a share that was taken back does not come back with a late repetition of its request', async () => {
  const share = (of = post) => graph.ask(SHARE, { key: 'share', post: of }, maria.token);
  const first = (await share()).data.sharePost;
  expect((await share()).data.sharePost).toEqual(first);

  await graph.ask(
    'mutation ($post: ID!) { unsharePost(input: { postId: $post }) { deletedShareId } }',
    { post },
    maria.token,
  );

  expect((await share()).data.sharePost).toEqual({ share: null, userErrors: [] });
  const other = await publish(graph, maria, 'another post');
  expect((await share(other)).data.sharePost.userErrors).toEqual(CONFLICT);
});

test('a sign-up whose answer was lost is asked again: one account, the same session, until it is refreshed', async () => {
  const input = { idempotencyKey: 'sign up', email: 'anna@example.org', password: PASSWORD, handle: 'anna' };
  const ask = (change: object = {}) => graph.ask(SIGN_UP, { input: { ...input, ...change } });

  const [first, ...others] = (await twins(20, () => ask())).map(({ data }) => data.signUp);

  expect(first).toMatchObject({ viewer: { user: { handle: 'anna' } }, userErrors: [] });
  for (const { viewer, refreshToken } of others) {
    expect({ viewer, refreshToken }).toEqual({ viewer: first.viewer, refreshToken: first.refreshToken });
  }
  expect((await ask({ password: 'another password' })).data.signUp.userErrors).toMatchObject(CONFLICT);
  expect((await ask({ idempotencyKey: 'another key' })).data.signUp.userErrors).toMatchObject([{ code: 'CONFLICT' }]);

  await graph.ask(REFRESH, { token: first.refreshToken });
  expect((await ask()).data.signUp).toMatchObject({ viewer: null, refreshToken: null, userErrors: CONFLICT });
});

test('of a body and a key the database has only what nobody can guess at', async () => {
  const sql = postgres(graph.adminUrl, { max: 1 });
  const kept = await sql`
    select * from users.idempotency union all select * from posts.idempotency union all select * from interactions.idempotency`;
  await sql.end();

  expect(kept.length).toBeGreaterThan(2);
  for (const { key, body_hash } of kept) expect([key, body_hash].map((hash) => hash.length)).toEqual([43, 43]);
  expect(JSON.stringify(kept)).not.toMatch(/anna|sign up|said once|horse/);
});

test('a process that is killed leaves neither claim nor effect of what it is amid, and both of what it has done', async () => {
  const env = await onTestDatabase();
  let nexus = await startNexus(env);
  const ask: TestGraph['ask'] = (query, variables = {}, token = undefined) =>
    postGraphql(`${nexus.gateway}/graphql`, { query, variables }, token);
  const anna = await signUp({ ask } as TestGraph, 'anna');
  const create = async (key: string) => (await ask(CREATE, { key, text: 'once' }, anna.token)).data.createPost;

  const done = await create('done');
  await using held = await holdFeeds(env.DATABASE_URL);
  const cut = create('cut off').catch(() => 'cut off');
  await held.someoneWaits();
  await nexus.end('SIGKILL');
  await held.letGo();
  expect(await cut).toBe('cut off');
  nexus = await startNexus(env);
  expect(await held.countPosts()).toBe(1);

  expect(await create('done')).toEqual(done);
  expect(await held.countPosts()).toBe(1);
  expect((await create('cut off')).userErrors).toEqual([]);
  expect(await held.countPosts()).toBe(2);
  await nexus.end('SIGINT');
}, 120_000);

/** Holds the table that a post enters last, so that whoever publishes waits in the middle of the transaction. */
async function holdFeeds(url: string) {
  const sql = postgres(url, { max: 2 });
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`lock table posts.feed_item in exclusive mode`;

  return {
    async someoneWaits(): Promise<void> {
      const waiting = () => sql`select from pg_locks where relation = 'posts.feed_item'::regclass and not granted`;
      while ((await waiting()).length === 0);
    },
    async letGo(): Promise<void> {
      await holder`commit`;
      holder.release();
    },
    countPosts: async (): Promise<number> => (await sql`select from posts.post`).length,
    [Symbol.asyncDispose]: () => sql.end(),
  };
}
