import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce } from '@nexus/contracts/testing/told';
import type { Viewer } from '@nexus/contracts/viewer';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { deletePost, startPosts } from './stage.ts';

const CREATE = `mutation ($key: String, $text: String!) {
  createPost(input: { idempotencyKey: $key, content: { text: $text } }) { post { id text } userErrors { code message path } }
}`;

type Asked = { key?: string; text?: string };

async function create(posts: TestSubgraph, viewer: Viewer, { key = 'a key', text = 'once' }: Asked = {}) {
  return await posts.ask(CREATE, { key, text }, viewer);
}

async function countPosts({ db }: TestSubgraph): Promise<number> {
  const [row] = await db.execute<{ posts: number }>('select count(*)::integer as posts from posts.post');
  return row?.posts ?? 0;
}

const PATH = ['input', 'idempotencyKey'];

test('a post asked for again with the same key is the first one, as it is now', async () => {
  await using posts = await startPosts();
  const [maria, anna] = await introduce(posts, 'maria', 'anna');

  const first = (await create(posts, maria.viewer)).data.createPost;
  const again = (await create(posts, maria.viewer)).data.createPost;
  const ofAnna = (await create(posts, anna.viewer)).data.createPost;
  const other = (await create(posts, maria.viewer, { key: 'another key' })).data.createPost;

  expect(again).toEqual(first);
  expect(new Set([first.post.id, ofAnna.post.id, other.post.id]).size).toBe(3);
  await deletePost(posts, maria.viewer, first.post.id);
  expect((await create(posts, maria.viewer)).data.createPost).toMatchObject({
    post: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
});

test('the same key with another text is a conflict, and a key is neither empty nor endless', async () => {
  await using posts = await startPosts();
  const [maria] = await introduce(posts, 'maria');
  await create(posts, maria.viewer);

  const answer = await create(posts, maria.viewer, { text: 'something else' });
  expect(answer.data.createPost).toMatchObject({ post: null, userErrors: [{ code: 'CONFLICT', path: PATH }] });
  for (const key of ['', 'x'.repeat(256), 'a\u0000b']) {
    const { createPost } = (await create(posts, maria.viewer, { key })).data;
    expect(createPost).toMatchObject({ post: null, userErrors: [{ code: 'INVALID', path: PATH }] });
  }
  expect((await create(posts, maria.viewer, { key: '🔑'.repeat(255) })).data.createPost.userErrors).toEqual([]);
});

test('what was refused is not remembered', async () => {
  await using posts = await startPosts();
  const [maria] = await introduce(posts, 'maria');

  expect((await create(posts, maria.viewer, { text: ' ' })).data.createPost.userErrors).toHaveLength(1);
  expect((await create(posts, maria.viewer)).data.createPost.userErrors).toEqual([]);
});

test('a hundred twins at once make one post', async () => {
  await using posts = await startPosts();
  const [maria] = await introduce(posts, 'maria');

  const answers = await Promise.all(Array.from({ length: 100 }, () => create(posts, maria.viewer)));

  const payloads = answers.map(({ data }) => data.createPost);
  expect(new Set(payloads.map(({ post }) => post?.id)).size).toBe(1);
  expect(payloads.every(({ userErrors }) => userErrors.length === 0)).toBe(true);
  expect(await countPosts(posts)).toBe(1);
});

test('a twin waits for a transaction that does the same, but not for long', async () => {
  await using posts = await startPosts();
  const [maria] = await introduce(posts, 'maria');
  await using held = await holdFeeds(posts);

  const first = create(posts, maria.viewer);
  await held.someoneWaits();
  const twin = await create(posts, maria.viewer);
  await held.letGo();

  expect(twin.data.createPost).toMatchObject({ post: null, userErrors: [{ code: 'CONFLICT', path: PATH }] });
  expect((await create(posts, maria.viewer)).data).toEqual((await first).data);
});

test('a connection that is lost in the middle leaves neither claim nor post, and the next try has its effect', async () => {
  await using posts = await startPosts();
  const [maria] = await introduce(posts, 'maria');
  await using held = await holdFeeds(posts);

  const first = create(posts, maria.viewer);
  await held.someoneWaits();
  await held.killWhoWaits();
  await held.letGo();

  expect((await first).errors).toMatchObject([{ path: ['createPost'] }]);
  expect(await countPosts(posts)).toBe(0);
  const second = await create(posts, maria.viewer);
  expect((await create(posts, maria.viewer)).data).toEqual(second.data);
  expect(await countPosts(posts)).toBe(1);
});

test('a key is forgotten after a day', async () => {
  await using posts = await startPosts();
  const [maria] = await introduce(posts, 'maria');
  const age = (hours: number) =>
    posts.db.execute(`update posts.idempotency set created_at = now() - interval '${hours} hours'`);

  const first = (await create(posts, maria.viewer)).data.createPost;
  await age(23);
  expect((await create(posts, maria.viewer)).data.createPost).toEqual(first);
  await age(25);
  const second = (await create(posts, maria.viewer, { text: 'something else' })).data.createPost;

  expect(second.post.text).toBe('something else');
  expect((await create(posts, maria.viewer, { text: 'something else' })).data.createPost).toEqual(second);
});

/** Holds the table that a post enters last, so that whoever publishes waits in the middle of the transaction. */
async function holdFeeds({ adminUrl }: TestSubgraph) {
  const sql = postgres(adminUrl, { max: 2, onnotice: () => undefined });
  const holder = await sql.reserve();
  await holder`begin`;
  await holder`lock table posts.feed_item in exclusive mode`;

  // Trap: the table has the same number in the databases of other tests, which are copies of the same one.
  const whoWaits = sql`from pg_locks join pg_database on pg_database.oid = database
    where datname = current_database() and relation = 'posts.feed_item'::regclass and not granted`;
  return {
    async someoneWaits(): Promise<void> {
      while ((await sql`select ${whoWaits}`).length === 0);
    },
    async killWhoWaits(): Promise<void> {
      await sql`select pg_terminate_backend(pid) ${whoWaits}`;
    },
    async letGo(): Promise<void> {
      await holder`commit`;
      holder.release();
    },
    [Symbol.asyncDispose]: () => sql.end(),
  };
}
