import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { shares } from '../src/tables/facts.ts';
import { publish, startInteractions, tellOfFollow } from './stage.ts';

const SHARE = `mutation ($postId: ID!) { sharePost(input: { postId: $postId }) {
  share { id createdAt user { handle } post { id } } post { shareCount viewerHasShared } userErrors { code message path }
} }`;
const UNSHARE = `mutation ($postId: ID!) { unsharePost(input: { postId: $postId }) {
  deletedShareId post { shareCount viewerHasShared } userErrors { code path }
} }`;

test('a share is set and taken back; repeating changes nothing', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const ask = async (query: string) => (await interactions.ask(query, { postId }, bob.viewer)).data;

  const { sharePost: first } = await ask(SHARE);
  const { sharePost: again } = await ask(SHARE);
  const { unsharePost: ended } = await ask(UNSHARE);
  const { unsharePost: nothing } = await ask(UNSHARE);

  expect(first).toMatchObject({
    share: { user: { handle: 'bob' }, post: { id: postId } },
    post: { shareCount: 1, viewerHasShared: true },
    userErrors: [],
  });
  expect(again).toEqual(first);
  expect(ended).toEqual({
    deletedShareId: first.share.id,
    post: { shareCount: 0, viewerHasShared: false },
    userErrors: [],
  });
  expect(nothing.deletedShareId).toBeNull();
  const gone = await askEntities(interactions, { typename: 'Share', ids: [first.share.id], selection: 'id' });
  expect(gone).toEqual([null]);
});

test('sharing again revives the share under a higher version, and posts is told each time', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);

  for (const query of [SHARE, UNSHARE, SHARE]) await interactions.ask(query, { postId }, ada.viewer);

  const [row] = await interactions.db.select().from(shares);
  expect(row).toMatchObject({ isShared: true, version: 3 });
  const told = await interactions.database.sql`
    select data -> 'payload' as payload from pgboss.job where name = 'posts/interactions.share.changed.v1' order by created_on`;
  expect(told.map(({ payload }) => payload)).toMatchObject([
    { shareId: row?.id, isShared: true, version: 1 },
    { shareId: row?.id, isShared: false, version: 2 },
    { shareId: row?.id, isShared: true, version: 3, sharedAt: row?.sharedAt.toISOString() },
  ]);
});

test('a key that was used before does not share again what was taken back', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const query = `mutation ($postId: ID!) { sharePost(input: { postId: $postId, idempotencyKey: "once" }) {
    share { id } post { viewerHasShared } userErrors { code } } }`;
  const shareOnce = async () => (await interactions.ask(query, { postId }, ada.viewer)).data.sharePost;

  expect(await shareOnce()).toMatchObject({ share: { id: expect.any(String) }, post: { viewerHasShared: true } });
  await interactions.ask(UNSHARE, { postId }, ada.viewer);
  expect(await shareOnce()).toEqual({ share: null, post: { viewerHasShared: false }, userErrors: [] });
});

test('only public posts are shared', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  await tellOfFollow(interactions, { source: bob, target: ada });
  const postId = await publish(interactions, ada, { visibility: 'FOLLOWERS' });

  const { data } = await interactions.ask(SHARE, { postId }, bob.viewer);

  expect(data.sharePost).toMatchObject({ share: null, userErrors: [{ code: 'FORBIDDEN' }] });
  const selection = 'canComment canShare';
  const [asBob] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection }, bob.viewer);
  expect(asBob).toEqual({ canComment: true, canShare: false });
});

test('the shares of a post, newest first', async () => {
  await using interactions = await startInteractions();
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  for (const { viewer } of [ada, bob, cleo]) await interactions.ask(SHARE, { postId }, viewer);
  const page = async (args: string) => {
    const selection = `shares(${args}) { totalCount pageInfo { hasNextPage endCursor } edges { node { user { handle } } } }`;
    const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection });
    return post.shares;
  };

  const first = await page('first: 2');
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);

  const handles = (list: typeof first) => list.edges.map(({ node }: typeof first) => node.user.handle);
  expect([handles(first), handles(second)]).toEqual([['cleo', 'bob'], ['ada']]);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, first.totalCount]).toEqual([true, false, 3]);
});
