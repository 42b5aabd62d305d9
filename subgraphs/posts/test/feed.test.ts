import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { follow, homeFeed, publish, share, startPosts } from './stage.ts';

test('the home feed holds what I and those I follow published, the newest first', async () => {
  await using posts = await startPosts();
  const [ada, bob, eve] = await introduce(posts, 'ada', 'bob', 'eve');
  await follow(posts, [ada, bob]);
  await publish(posts, bob, 'by bob');
  await publish(posts, eve, 'by eve');
  await publish(posts, ada, 'by ada');

  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['by ada', 'by bob']);
  expect((await homeFeed(posts, ada.viewer, { includeOwn: false })).texts).toEqual(['by bob']);
  expect((await homeFeed(posts, eve.viewer)).texts).toEqual(['by eve']);
});

test('a shared post is in the feed once, where it was last shared', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, eve] = await introduce(posts, 'ada', 'bob', 'cem', 'eve');
  await follow(posts, [ada, bob]);
  await follow(posts, [ada, cem]);
  const old = await publish(posts, bob, 'old');
  await publish(posts, cem, 'new');
  await share(posts, [eve, old]);
  await share(posts, [bob, old]);
  await share(posts, [cem, old]);

  const { edges } = await homeFeed(posts, ada.viewer);

  expect(edges.map(({ node, reason }) => [node.text, reason])).toEqual([
    ['old', { actor: { handle: 'cem' }, otherActorCount: 1 }],
    ['new', null],
  ]);
  expect((await homeFeed(posts, ada.viewer, { includeShares: false })).texts).toEqual(['new', 'old']);
});

test('a share that is heard of again, or in disorder, counts once; taken back, it is gone', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  await follow(posts, [ada, bob]);
  const postId = await publish(posts, ada, 'shared');
  const reasons = async () => (await homeFeed(posts, ada.viewer)).edges.map(({ reason }) => reason !== null);

  const shareId = await share(posts, [bob, postId]);
  await share(posts, [bob, postId], { shareId });
  expect(await reasons()).toEqual([true]);

  await share(posts, [bob, postId], { shareId, version: 3, isShared: false });
  await share(posts, [bob, postId], { shareId, version: 2 });
  expect(await reasons()).toEqual([false]);

  await share(posts, [bob, postId], { shareId, version: 4 });
  expect(await reasons()).toEqual([true]);
});

test('of a post that several shared, what one takes back leaves the others', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, eve] = await introduce(posts, 'ada', 'bob', 'cem', 'eve');
  await follow(posts, [ada, bob]);
  await follow(posts, [ada, cem]);
  const postId = await publish(posts, eve, 'shared');
  const byBob = await share(posts, [bob, postId]);
  const byCem = await share(posts, [cem, postId]);
  const reasons = async () => (await homeFeed(posts, ada.viewer)).edges.map(({ reason }) => reason);
  expect(await reasons()).toEqual([{ actor: { handle: 'cem' }, otherActorCount: 1 }]);

  await share(posts, [cem, postId], { shareId: byCem, version: 2, isShared: false });
  expect(await reasons()).toEqual([{ actor: { handle: 'bob' }, otherActorCount: 0 }]);
  await share(posts, [bob, postId], { shareId: byBob, version: 2, isShared: false });
  expect(await reasons()).toEqual([]);
});

test('whose shares I do not want to see still shows me their posts', async () => {
  await using posts = await startPosts();
  const [ada, bob, eve] = await introduce(posts, 'ada', 'bob', 'eve');
  await follow(posts, [ada, bob], { showShares: false });
  const shared = await publish(posts, eve, 'by eve');
  await publish(posts, bob, 'by bob');
  await share(posts, [bob, shared]);

  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['by bob']);
});

test("an author's feed can hold what they share, and each post once", async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const byBob = await publish(posts, bob, 'by bob');
  const byAda = await publish(posts, ada, 'by ada');
  await share(posts, [ada, byBob]);
  await share(posts, [ada, byAda]);
  const feed = '{ edges { node { text } reason { ... on SharedBy { actor { handle } otherActorCount } } } }';
  const selection = `own: posts ${feed} media: posts(kind: MEDIA) ${feed} all: posts(kind: POSTS_AND_SHARES) ${feed}`;

  const [{ all, own, media }] = await askEntities(posts, { typename: 'User', ids: [ada.userId], selection });

  const reason = { actor: { handle: 'ada' }, otherActorCount: 0 };
  expect(own.edges).toEqual([{ node: { text: 'by ada' }, reason: null }]);
  expect(all.edges).toEqual([
    { node: { text: 'by ada' }, reason },
    { node: { text: 'by bob' }, reason },
  ]);
  expect(media.edges).toEqual([]);
});

test("a new post's edge is where it stands in the feed", async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  await publish(posts, ada, 'older');
  const { data } = await posts.ask(
    `mutation { createPost(input: { content: { text: "newer" } }) { feedEdge { cursor node { text } reason { __typename } } } }`,
    {},
    ada.viewer,
  );
  const { feedEdge } = data.createPost;

  expect(feedEdge).toMatchObject({ node: { text: 'newer' }, reason: null });
  expect((await homeFeed(posts, ada.viewer, { after: feedEdge.cursor })).texts).toEqual(['older']);
});

const someUser = 'user_01h455vb4pex5vsknk084sn02q';

test('arguments that make no sense are refused by name', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const expectRefusal = async (args: object, inputPath: string[]) =>
    await expect(homeFeed(posts, ada.viewer, args)).rejects.toThrow(
      JSON.stringify({ code: 'BAD_USER_INPUT', inputPath }),
    );

  await expectRefusal({ filter: { authorIds: [someUser, 'post_01h455vb4pex5vsknk084sn02q'] } }, [
    'filter',
    'authorIds',
    '1',
  ]);
  await expectRefusal({ filter: { authorIds: Array(101).fill(someUser) } }, ['filter', 'authorIds']);
  await expectRefusal({ filter: { hashtags: ['fine', 'not fine'] } }, ['filter', 'hashtags', '1']);
  await expectRefusal({ filter: { language: 'no language' } }, ['filter', 'language']);
  await expectRefusal({ first: 0 }, ['first']);
  await expectRefusal({ first: 101 }, ['first']);
  await expectRefusal({ after: 'MXx4' }, ['after']);
});

test('an argument that is null is as good as left out', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  await publish(posts, ada, { text: 'here', visibility: null, language: null });

  const args = { filter: null, includeOwn: null, includeShares: null, first: null, after: null };
  expect((await homeFeed(posts, ada.viewer, args)).texts).toEqual(['here']);
  const [{ postCount }] = await askEntities(posts, { typename: 'User', ids: [ada.userId], selection: 'postCount' });
  expect(postCount).toBe(1);
});

test('a filter from before the calendar finds everything', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  await publish(posts, ada, 'here');

  expect((await homeFeed(posts, ada.viewer, { filter: { since: '0000-01-01T00:00:00Z' } })).texts).toEqual(['here']);
});
