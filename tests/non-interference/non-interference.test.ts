import { randomUUID } from 'node:crypto';
import { encodeId } from '@nexus/contracts/ids';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import { createAccessToken } from '@nexus/users/session/access-token';
import { createKeys } from '@nexus/users/session/keys';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import {
  createPerson,
  happen,
  hiddenRecordsOf,
  nothing,
  type Person,
  publicIdOf,
  recordsOf,
  type Scene,
} from './happen.ts';
import { QUESTIONS } from './questions.ts';
import { type HiddenLife, type History, hiddenLives, histories, VISIBLE_PEOPLE } from './world.ts';

const WORLDS = 300;

const graph = await startTestGraph();
const sql = postgres(graph.adminUrl, { max: 1, onnotice: () => undefined });
const keys = createKeys(TEST_SECRET);
afterAll(async () => {
  await sql.end();
  await graph[Symbol.asyncDispose]();
});

let worlds = 0;

test(`in ${WORLDS} worlds it makes no difference to a viewer whether somebody hidden from them ever lived`, async () => {
  await fc.assert(fc.asyncProperty(histories, hiddenLives, compareWorlds), { numRuns: WORLDS, endOnFailure: true });
}, 240_000);

/** The viewer asks before somebody hidden from them comes to live in their world, and afterwards. */
async function compareWorlds(history: History, life: HiddenLife): Promise<void> {
  worlds += 1;
  const name = `w${worlds}_${Math.random().toString(36).slice(2, 6)}`;
  const people = Array.from({ length: VISIBLE_PEOPLE }, (_, place) => createPerson(`${name}_${place}`));
  const scene: Scene = { people, posts: [], comments: [], tags: [`${name}cats`, `${name}dogs`] };
  // A private stranger has a profile that a search may find: theirs is named so that none does.
  const hidden = createPerson(life.kind === 'blocker' ? `h${name}` : `zz${Math.random().toString(36).slice(2)}`);
  await happen(sql, recordsOf(history, scene));
  const token = await tokenOf(people[0]);

  const before = await askAll(scene, token);
  await live(life, hidden, scene);
  const after = await askAll(scene, token);

  expect(after).toEqual(before);
}

async function live(life: HiddenLife, hidden: Person, scene: Scene): Promise<void> {
  await happen(sql, { ...nothing(), users: [hidden] });
  const token = await tokenOf(hidden);
  const follows = life.hidesFirst ? life.follows.filter((place) => place !== 0) : life.follows;
  const hide = () => (life.kind === 'blocker' ? block(token, scene.people[0]) : makePrivate(token));
  if (life.hidesFirst) await hide();
  await happen(sql, hiddenRecordsOf({ ...life, follows }, hidden, scene));
  const shared = scene.posts.filter(({ authorId }) => !life.hidesFirst || authorId !== scene.people[0]?.id);
  for (const place of life.kind === 'blocker' && shared.length > 0 ? life.shares : []) {
    await share(token, shared[place % shared.length]);
  }
  if (!life.hidesFirst) await hide();
}

const block = (token: string, person: { id: string } | undefined) =>
  act('mutation ($id: ID!) { done: blockUser(input: { userId: $id }) { userErrors { message } } }', token, {
    id: encodeId('user', person?.id ?? ''),
  });
const makePrivate = (token: string) =>
  act('mutation { done: updatePrivacy(input: { isPrivateAccount: true }) { userErrors { message } } }', token);
const share = (token: string, post: { id: string } | undefined) =>
  act('mutation ($id: ID!) { done: sharePost(input: { postId: $id }) { userErrors { message } } }', token, {
    id: encodeId('post', post?.id ?? ''),
  });

async function act(mutation: string, token: string, variables: object = {}): Promise<void> {
  const answer = await graph.ask(mutation, variables, token);
  expect(answer).toEqual({ data: { done: { userErrors: [] } } });
}

/** The answers to all questions, as text. */
async function askAll({ people, posts, tags }: Scene, token: string): Promise<string[]> {
  const [, one, two] = people;
  const name = tags[0]?.replace(/cats$/, '');
  const variables = {
    tags,
    tag1: tags[0],
    tag2: tags[1],
    ids: posts.map(publicIdOf),
    one: posts.map(publicIdOf)[0],
    two: posts.map(publicIdOf)[1],
    handle1: one?.handle,
    handle2: two?.handle,
    search: name,
    hidden: `h${name}`,
  };
  const names = ['Home', 'People', 'Posts', 'Tags'];
  return await Promise.all(names.map(async (operationName) => await askOne(operationName, variables, token)));
}

async function askOne(operationName: string, variables: object, token: string): Promise<string> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUESTIONS, operationName, variables }),
  });
  const text = await response.text();
  expect(JSON.parse(text).errors).toBeUndefined();
  return text;
}

/** Signs a person in without a password: hashing hundreds would be most of the test. */
async function tokenOf(person: { id: string } | undefined): Promise<string> {
  const viewer = { id: person?.id ?? '', sessionId: randomUUID() };
  await sql`
    insert into users.session (id, user_id, expires_at) values (${viewer.sessionId}, ${viewer.id}, now() + interval '1 day')`;
  return (await createAccessToken(keys.access, viewer)).accessToken;
}
