import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBroken } from '../scripts/invariants/run.ts';
import { rebuild } from '../scripts/projections/rebuild.ts';
import { COPIES } from '../scripts/projections/sources.ts';
import { startTestGraph, type TestGraph } from './setup/graph.ts';
import { type Person, signUp } from './setup/people.ts';
import { signUpAs } from './setup/staff.ts';

let graph: TestGraph;
let sql: postgres.Sql;
let people: Person[];

beforeAll(async () => {
  graph = await startTestGraph();
  sql = postgres(graph.adminUrl, { max: 2, onnotice: () => undefined });
  people = await Promise.all(['anna', 'ben', 'cleo', 'dora'].map((handle) => signUp(graph, handle)));
  await live(people);
});
afterAll(async () => {
  await sql.end();
  await graph[Symbol.asyncDispose]();
});

const FOLLOW = 'mutation ($user: ID!) { followUser(input: { userId: $user }) { userErrors { message } } }';
const UNFOLLOW = 'mutation ($user: ID!) { unfollowUser(input: { userId: $user }) { userErrors { message } } }';
const BLOCK = 'mutation ($user: ID!) { blockUser(input: { userId: $user }) { userErrors { message } } }';
const LIST = 'mutation { upsertList(input: { name: "friends" }) { list { id } userErrors { message } } }';
const PUT_ON = `mutation ($list: ID!, $user: ID!) {
  setListMembership(input: { listId: $list, userId: $user, isMember: true }) { userErrors { message } }
}`;
const MUTE_WORD = 'mutation { addMutedWord(input: { word: "spoiler" }) { userErrors { message } } }';
const LABELS = 'mutation { setLabelPreference(input: { label: SPAM, action: HIDE }) { userErrors { message } } }';
const HIDE = 'mutation { updatePrivacy(input: { isDiscoverable: false }) { userErrors { message } } }';
const POST = `mutation ($text: String!) {
  createPost(input: { content: { text: $text } }) { post { id } userErrors { message } }
}`;
const REPORT = 'mutation ($post: ID!) { reportContent(input: { subjectId: $post, reason: SPAM }) { accepted } }';
const LABEL = `mutation ($case: ID!) {
  moderate(input: { caseId: $case, kind: LABEL, label: SPAM, reason: "It is" }) { userErrors { message } } }`;
const ANSWER = `mutation ($post: ID!) {
  setReaction(input: { targetId: $post, kind: LOVE }) { userErrors { message } }
  addComment(input: { postId: $post, text: "well said" }) { userErrors { message } }
  sharePost(input: { postId: $post }) { userErrors { message } }
}`;

async function ask(query: string, variables: object, { token }: Person) {
  const { data, errors } = await graph.ask(query, variables, token);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A little of everything that is told to neighbours. */
async function live([anna, ben, cleo, dora]: readonly Person[]): Promise<void> {
  if (!anna || !ben || !cleo || !dora) throw new Error('it takes four');
  for (const person of [ben, cleo, dora]) await ask(FOLLOW, { user: anna.id }, person);
  await ask(BLOCK, { user: anna.id }, dora);
  await ask(MUTE_WORD, {}, ben);
  await ask(LABELS, {}, ben);
  await ask(HIDE, {}, cleo);
  const { upsertList } = await ask(LIST, {}, anna);
  await ask(PUT_ON, { list: upsertList.list.id, user: ben.id }, anna);
  const { createPost } = await ask(POST, { text: 'Hello #world' }, anna);
  for (const person of [ben, cleo]) await ask(ANSWER, { post: createPost.post.id }, person);
  await moderate(createPost.post.id, ben);
}

/** A post is reported, and gets a label. */
async function moderate(post: string, by: Person): Promise<void> {
  const moderator = await signUpAs(graph, 'MODERATOR', 'keeper');
  await ask(REPORT, { post }, by);
  const { moderationQueue } = await ask('{ moderationQueue { edges { node { id } } } }', {}, moderator);
  await ask(LABEL, { case: moderationQueue.edges[0].node.id }, moderator);
}

const broken = async () =>
  (await findBroken(graph.adminUrl)).flatMap(({ name, differences }) =>
    differences.length === 0 ? [] : [`${name}: ${differences.length}`],
  );

test('a house in which all is well has no difference', async () => {
  expect(await broken()).toEqual([]);
});

const DAMAGE: Record<string, string> = {
  user_ref: `
    update SCHEMA.user_ref set handle = 'somebody_else' where handle = 'anna';
    delete from SCHEMA.user_ref where handle = 'ben';
    insert into SCHEMA.user_ref (id, handle, display_name, is_verified, state, version)
    values (gen_random_uuid(), 'ghost', 'Ghost', false, 'ACTIVE', 9)`,
  rel_edge: `
    update SCHEMA.rel_edge set is_blocking = false where is_blocking;
    update SCHEMA.rel_edge set version = version + 7 where is_following;
    insert into SCHEMA.rel_edge (source_id, target_id, is_following, show_shares, version)
    values (gen_random_uuid(), gen_random_uuid(), true, true, 1)`,
  list_member: `
    delete from SCHEMA.list_member;
    insert into SCHEMA.list_member values (gen_random_uuid(), gen_random_uuid(), true, 1)`,
  list_ref: 'update SCHEMA.list_ref set is_private = not is_private',
  muted_words: `update SCHEMA.muted_words set words = '[]'`,
  label_preferences: `update SCHEMA.label_preferences set preferences = '[]'`,
  moderation_ref: 'update SCHEMA.moderation_ref set is_removed = not is_removed',
  engagement: `
    update SCHEMA.engagement set reactors = reactors + 3;
    delete from SCHEMA.engagement where post_id = (select max(post_id::text)::uuid from SCHEMA.engagement)`,
  discoverability: 'update SCHEMA.discoverability set is_discoverable = true',
  post_ref: `update SCHEMA.post_ref set visibility = 'ONLY_ME', version = 0`,
  share_ref: `
    delete from SCHEMA.feed_item where kind = 'SHARE' and id = (select min(share_id::text)::uuid from SCHEMA.share_ref);
    delete from SCHEMA.share_ref where share_id = (select max(share_id::text)::uuid from SCHEMA.share_ref)`,
};

test('what is damaged is found, and mended by a rebuild while people go on', async () => {
  for (const { name, schema } of COPIES) await sql.unsafe(DAMAGE[name]?.replaceAll('SCHEMA', schema) ?? '').simple();

  expect((await broken()).map((line) => line.split(':')[0])).toEqual([
    ...COPIES.map(({ name, schema }) => `${schema}.${name} is its owner's`),
    'feeds hold the posts and shares there are',
  ]);

  let isOver = false;
  const goingOn = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const [anna, ben] = people;
      if (!anna || !ben) return;
      await ask(turn % 2 === 0 ? UNFOLLOW : FOLLOW, { user: anna.id }, ben);
      await ask(POST, { text: `still here ${turn}` }, anna);
    }
  })();
  const db = drizzle(sql);
  for (const copy of COPIES) await rebuild(db, copy);
  isOver = true;
  await goingOn;

  expect(await broken()).toEqual([]);
}, 60_000);

test('counters that are not the number of rows are found', async () => {
  const wrong = [
    `update users.counter set value = value + 1 where name = 'followers'`,
    `insert into posts.counter_delta (subject_id, name, value) select id, 'quotes', 1 from posts.post limit 1`,
    `update interactions.reaction set kind = 'SAD' where id = (select min(id::text)::uuid from interactions.reaction)`,
    `update interactions.comment set score = score + 1`,
  ];
  for (const statement of wrong) await sql.unsafe(statement);

  expect((await broken()).map((line) => line.split(':')[0])).toEqual([
    'users counts what is there',
    'posts counts what is there',
    'interactions counts what is there',
    'comments are scored by what is below them',
  ]);
});
