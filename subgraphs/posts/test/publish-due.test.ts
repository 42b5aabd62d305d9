import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act, inMinutes, keepDraft, read, readOwn } from './authoring.ts';
import { homeFeed, makeList, publish, startPosts } from './stage.ts';

const SCHEDULED = 'scheduledPosts { edges { node { text scheduledFor failure } } }';

/** Schedules a draft and lets its time come. */
async function schedule(posts: TestSubgraph, who: Person, input: object) {
  const { draft } = await act(posts, who).saveDraft(input);
  const { userErrors } = await act(posts, who).schedulePost({ draftId: draft.id, publishAt: inMinutes(5) });
  expect(userErrors).toEqual([]);
  return draft.id as string;
}

const letTimeCome = ({ db }: TestSubgraph, interval = '0 seconds') =>
  db.execute(sql`update posts.draft set due_at = now() + ${interval}::interval where due_at is not null`);

const waiting = async (posts: TestSubgraph, who: Person) =>
  (await readOwn(posts, who, { fields: SCHEDULED })).scheduledPosts.edges.map(({ node }: { node: object }) => node);

test('a scheduled post is published whole within two seconds of its time', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const quotedPostId = await publish(posts, bob, 'quoted');
  const content = {
    text: 'at last #time',
    contentWarning: 'long',
    poll: { options: ['yes', 'no'], durationSeconds: 300 },
  };
  await schedule(posts, ada, { content, quotedPostId });
  await letTimeCome(posts, '1 second');
  const due = Date.now() + 1_000;

  await expect
    .poll(async () => (await homeFeed(posts, ada.viewer)).texts, { timeout: 5_000 })
    .toEqual(['at last #time']);

  expect(Date.now() - due).toBeLessThan(2_000);
  expect(await waiting(posts, ada)).toEqual([]);
  const [post] = await posts.db.execute<{ id: string; created_at: Date }>(
    sql`select id, created_at from posts.post where author_id = ${ada.id}`,
  );
  const id = encodeId('post', post?.id ?? '');
  const fields =
    'contentWarning hashtags { name } quoted { ... on Post { text } } poll { options { text } endsAt } createdAt';
  const shown = await read(posts, [id, fields], ada);
  expect(shown).toMatchObject({
    contentWarning: 'long',
    hashtags: [{ name: 'time' }],
    quoted: { text: 'quoted' },
    poll: { options: [{ text: 'yes' }, { text: 'no' }] },
  });
  expect(new Date(shown.poll.endsAt).getTime() - new Date(shown.createdAt).getTime()).toBe(300_000);
});

test('many that are due at the same moment are all published once', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const draftId = await keepDraft(posts, ada, { text: 'one of many' });
  await posts.db.execute(sql`
    insert into posts.draft (id, user_id, content, scheduled_for, due_at)
    select uuidv7(), user_id, content, now(), now() from posts.draft, generate_series(1, 100)`);
  await act(posts, ada).deleteDraft({ draftId });

  await expect.poll(() => waiting(posts, ada), { timeout: 10_000 }).toEqual([]);

  const [published] = await posts.db.execute(sql`select count(*)::integer as posts from posts.post`);
  expect(published).toEqual({ posts: 100 });
});

test.each([
  {
    what: 'whose author’s account is switched off',
    hinder: async (posts: TestSubgraph, { ada }: { ada: Person }) =>
      await tellOfPerson(posts, ada, { version: 2, state: 'SUSPENDED' }),
    failure: 'The account was not in use.',
  },
  {
    what: 'whose list is gone',
    hinder: async (posts: TestSubgraph, { ada, listId }: { ada: Person; listId: string }) => {
      await makeList(posts, [ada], { listId, isDeleted: true, version: 2 });
    },
    failure: 'The list was not found.',
  },
  {
    what: 'whose quoted post may not be quoted any more',
    hinder: async (posts: TestSubgraph, { bob, quotedPostId }: { bob: Person; quotedPostId: string }) => {
      const query = `mutation ($id: ID!) { setPostPolicies(input: { postId: $id, quotePolicy: NOBODY }) { post { id } } }`;
      await posts.ask(query, { id: quotedPostId }, bob.viewer);
    },
    failure: 'This post may not be quoted.',
  },
  {
    what: 'that does not hold what a post needs',
    hinder: async ({ db }: TestSubgraph) => {
      await db.execute(sql`update posts.draft set content = jsonb_set(content, '{text}', '""')`);
    },
    failure: 'A post cannot be empty.',
  },
])('a draft $what says why it was not published, and can be scheduled again', async ({ hinder, failure }) => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const listId = await makeList(posts, [ada]);
  const quotedPostId = await publish(posts, bob, 'quoted');
  const content = { text: 'for the list', visibility: 'LIST', listId: encodeId('list', listId) };
  const draftId = await schedule(posts, ada, { content, quotedPostId });
  await hinder(posts, { ada, bob, listId, quotedPostId });
  await letTimeCome(posts);

  await expect.poll(() => waiting(posts, ada), { timeout: 5_000 }).toMatchObject([{ failure }]);

  const [published] = await posts.db.execute(sql`select from posts.post where author_id = ${ada.id}`);
  expect(published).toBeUndefined();
  await act(posts, ada).saveDraft({ draftId, content: { text: 'for everybody' } });
  const again = await act(posts, ada).schedulePost({ draftId, publishAt: inMinutes(5) });
  expect(again).toMatchObject({ draft: { failure: null }, userErrors: [] });
});

test('what fails for another reason is tried again, and holds nobody up', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  await schedule(posts, ada, { content: { text: 'broken' } });
  await posts.db.execute(sql`update posts.draft set content = '{}'`);
  await schedule(posts, bob, { content: { text: 'whole' } });
  await letTimeCome(posts);

  await expect.poll(async () => (await homeFeed(posts, bob.viewer)).texts, { timeout: 5_000 }).toEqual(['whole']);

  const [broken] = await posts.db.execute(sql`select attempts, due_at > now() as waits, failure from posts.draft`);
  expect(broken).toEqual({ attempts: 1, waits: true, failure: null });
  await posts.db.execute(sql`update posts.draft set attempts = 4, due_at = now()`);
  const failed = () => posts.db.execute(sql`select due_at, failure from posts.draft`).then(([row]) => row);
  await expect
    .poll(failed, { timeout: 5_000 })
    .toEqual({ due_at: null, failure: 'Something went wrong on our side. Schedule it again.' });
});
