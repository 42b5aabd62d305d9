import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, read } from './authoring.ts';
import { block, deletePost, homeFeed, publish, startPosts } from './stage.ts';

const THREAD = `thread { index root { text } posts(first: 25) { edges { node { text thread { index } } } } }`;

const say = (...texts: string[]) => ({ posts: texts.map((text) => ({ text })) });
const create = (posts: TestSubgraph, who: Person, input: object) => act(posts, who).createThread(input);
const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

type Edge = { node: { text: string } };
const textsOf = ({ thread }: { thread: { posts: { edges: Edge[] } } }) =>
  thread.posts.edges.map(({ node }) => node.text);

test('a thread is published at once and read in its order from each of its posts', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const input = {
    posts: [{ text: 'one' }, { text: 'two', poll: { options: ['a', 'b'], durationSeconds: 300 } }, { text: 'three' }],
  };

  const created = await create(posts, ada, input);

  expect(created.posts.map(({ text, thread }: { text: string; thread: object }) => ({ text, thread }))).toEqual([
    { text: 'one', thread: { index: 0 } },
    { text: 'two', thread: { index: 1 } },
    { text: 'three', thread: { index: 2 } },
  ]);
  for (const [index, { id }] of created.posts.entries()) {
    const { thread } = await read(posts, [id, THREAD]);
    expect(thread.index).toBe(index);
    expect(thread.root).toEqual({ text: 'one' });
    expect(textsOf({ thread })).toEqual(['one', 'two', 'three']);
  }
  const first = 'thread { posts(first: 1) { edges { cursor } pageInfo { hasNextPage } } }';
  const page = await read(posts, [created.posts[0].id, first]);
  expect(page.thread.posts.pageInfo).toEqual({ hasNextPage: true });
  const after = page.thread.posts.edges[0].cursor;
  const others = `thread { posts(after: "${after}") { edges { node { text } } } }`;
  const rest = await read(posts, [created.posts[2].id, others]);
  expect(textsOf(rest)).toEqual(['two', 'three']);
  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['three', 'two', 'one']);
  expect(await read(posts, [await publish(posts, ada, 'alone'), THREAD])).toEqual({ thread: null });
});

test('of a thread in which one post is refused none is published', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const closed = await publish(posts, bob, { text: 'not to be quoted', quotePolicy: 'NOBODY' });

  const empty = await create(posts, ada, say('one', ' ', 'three'));
  const unlisted = await create(posts, ada, { posts: [{ text: 'one' }, { text: 'two', visibility: 'LIST' }] });
  const quoting = await create(posts, ada, { ...say('one', 'two'), quotedPostId: closed });

  expect(empty.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'posts', '1', 'text'] }]);
  expect(unlisted.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'posts', '1', 'listId'] }]);
  expect(codesOf(quoting)).toEqual(['FORBIDDEN']);
  expect((await homeFeed(posts, ada.viewer)).texts).toEqual([]);
});

test('a thread has 2 to 25 posts', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const many = (count: number) => say(...Array.from({ length: count }, (_, index) => `post ${index}`));

  for (const count of [0, 1, 26]) {
    expect((await create(posts, ada, many(count))).userErrors).toMatchObject([
      { code: 'INVALID', path: ['input', 'posts'] },
    ]);
  }
  expect((await create(posts, ada, many(25))).posts).toHaveLength(25);
});

test('a thread asked for again with the same key is the first one', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const ask = (...texts: string[]) => create(posts, ada, { idempotencyKey: 'thread', ...say(...texts) });

  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => ask('one', 'two')));

  for (const other of others) expect(other).toEqual(first);
  expect(codesOf(await ask('one', 'three'))).toEqual(['CONFLICT']);
  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['two', 'one']);
});

test('a thread quotes with its first post', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const quotedPostId = await publish(posts, bob, 'quoted');

  const { posts: created } = await create(posts, ada, { ...say('one', 'two'), quotedPostId });

  const quoted = 'quoted { ... on Post { text } }';
  expect(await read(posts, [created[0].id, quoted])).toEqual({ quoted: { text: 'quoted' } });
  expect(await read(posts, [created[1].id, quoted])).toEqual({ quoted: null });
});

test('of a thread everybody reads what they may see, its first post included', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const input = { posts: [{ text: 'one' }, { text: 'two', visibility: 'ONLY_ME' }, { text: 'three' }] };
  const created = (await create(posts, ada, input)).posts;
  const last = created[2].id;

  expect(textsOf(await read(posts, [last, THREAD], bob))).toEqual(['one', 'three']);
  expect(textsOf(await read(posts, [last, THREAD], ada))).toEqual(['one', 'two', 'three']);
  await deletePost(posts, ada.viewer, created[0].id);
  const { thread } = await read(posts, [last, THREAD], bob);
  expect(thread.root).toBeNull();
  expect(textsOf({ thread })).toEqual(['three']);
  await block(posts, [ada, bob]);
  expect(await read(posts, [last, THREAD], bob)).toBeNull();
});
