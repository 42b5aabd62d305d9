import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, read } from './authoring.ts';
import { block, deletePost, publish, share, startPosts } from './stage.ts';

const pin = (posts: TestSubgraph, [who, postId]: readonly [Person, string], pinned = true) =>
  act(posts, who).setPostPinned({ postId, pinned });
const codesOf = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

async function pinnedOf(posts: TestSubgraph, { userId }: Person, reader?: Person): Promise<string[]> {
  const crowd = { typename: 'User', ids: [userId], selection: 'pinnedPosts { text }' };
  const [user] = await askEntities(posts, crowd, reader?.viewer);
  return user.pinnedPosts.map(({ text }: { text: string }) => text);
}

type Edge = { node: { text: string }; reason: { __typename: string } | null };

/** A page of somebody's posts with what they pinned first: a text is starred where it is there as pinned. */
async function feedOf(posts: TestSubgraph, [{ userId }, reader]: readonly [Person, Person?], args = '') {
  const selection = `posts(pinnedFirst: true${args}) {
    edges { node { text } reason { __typename ... on Pinned { at } } } pageInfo { endCursor hasNextPage } }`;
  const [user] = await askEntities(posts, { typename: 'User', ids: [userId], selection }, reader?.viewer);
  const { edges, pageInfo } = user.posts;
  const texts = edges.map(({ node, reason }: Edge) => (reason?.__typename === 'Pinned' ? `*${node.text}` : node.text));
  return { texts, ...pageInfo };
}

test('a pinned post is shown as such, until it is unpinned', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const id = await publish(posts, ada, 'look');

  expect(await pin(posts, [ada, id])).toEqual({ post: { id, isPinned: true }, userErrors: [] });
  expect(await pin(posts, [ada, id])).toEqual({ post: { id, isPinned: true }, userErrors: [] });
  expect(await read(posts, [id, 'isPinned permissions { canPin }'], bob)).toEqual({
    isPinned: true,
    permissions: { canPin: false },
  });
  expect(await read(posts, [id, 'permissions { canPin }'], ada)).toEqual({ permissions: { canPin: true } });
  expect(codesOf(await pin(posts, [bob, id], false))).toEqual(['FORBIDDEN']);
  expect(await pin(posts, [ada, id], false)).toEqual({ post: { id, isPinned: false }, userErrors: [] });
  expect(await pinnedOf(posts, ada)).toEqual([]);
});

test('three are pinned at most, whoever is fast; a deleted one makes room', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => publish(posts, ada, `post ${index}`)));

  const answers = await Promise.all(ids.map((id) => pin(posts, [ada, id])));

  expect(answers.flatMap(codesOf)).toEqual(Array(7).fill('CONFLICT'));
  const isPinned = answers.findIndex(({ post }) => post !== null);
  const other = answers.findIndex(({ post }) => post === null);
  await deletePost(posts, ada.viewer, ids[isPinned] ?? '');
  expect(await pinnedOf(posts, ada)).toHaveLength(2);
  expect(codesOf(await pin(posts, [ada, ids[other] ?? '']))).toEqual([]);
});

test('pinned posts are listed with the last pinned first, as far as the reader may see them', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  for (const visibility of ['PUBLIC', 'FOLLOWERS', 'ONLY_ME']) {
    await pin(posts, [ada, await publish(posts, ada, { text: visibility, visibility })]);
  }

  expect(await pinnedOf(posts, ada, ada)).toEqual(['ONLY_ME', 'FOLLOWERS', 'PUBLIC']);
  expect(await pinnedOf(posts, ada, bob)).toEqual(['PUBLIC']);
  await block(posts, [ada, bob]);
  expect(await pinnedOf(posts, ada, bob)).toEqual([]);
  expect(await pinnedOf(posts, ada)).toEqual(['PUBLIC']);
});

test("an author's posts begin with the pinned ones where that is asked for, each once, whatever the pages", async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const ids = [];
  for (let index = 0; index < 6; index += 1) ids.push(await publish(posts, ada, `${index}`));
  for (const index of [1, 4]) await pin(posts, [ada, ids[index] ?? '']);
  await share(posts, [ada, ids[1] ?? '']);
  const whole = ['*4', '*1', '5', '3', '2', '0'];

  expect((await feedOf(posts, [ada])).texts).toEqual(whole);
  expect((await feedOf(posts, [ada, bob], ', kind: POSTS_AND_SHARES')).texts).toEqual(whole);
  for (const size of [1, 2, 3, 4]) {
    const read: string[] = [];
    let page = await feedOf(posts, [ada], `, first: ${size}`);
    read.push(...page.texts);
    while (page.hasNextPage) {
      page = await feedOf(posts, [ada], `, first: ${size}, after: "${page.endCursor}"`);
      read.push(...page.texts);
    }
    expect(read).toEqual(whole);
  }
  expect((await feedOf(posts, [ada], ', filter: { hasMedia: true }')).texts).toEqual([]);
  const plain = {
    typename: 'User',
    ids: [ada.userId],
    selection: 'posts { edges { node { text } reason { __typename } } }',
  };
  const [user] = await askEntities(posts, plain);
  expect(user.posts.edges).toEqual(['5', '4', '3', '2', '1', '0'].map((text) => ({ node: { text }, reason: null })));
});
