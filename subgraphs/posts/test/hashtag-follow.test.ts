import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, moderate } from './discovery.ts';
import { block, deletePost, editPost, follow, homeFeed, mute, muteWords, publish, share, startPosts } from './stage.ts';

const SHOWN = 'hashtag { name isFollowed }';
const setFollowed = (posts: TestSubgraph, { viewer }: Person, name: string) =>
  act(posts, viewer, ['setHashtagFollowed', { name, followed: true }, SHOWN]);
const leave = (posts: TestSubgraph, { viewer }: Person, name: string) =>
  act(posts, viewer, ['setHashtagFollowed', { name, followed: false }, SHOWN]);

const reasonsOf = async (posts: TestSubgraph, { viewer }: Person) => {
  const { data } = await posts.ask(
    '{ viewer { homeFeed { edges { node { text } reason { __typename ... on FromHashtag { hashtag { name } } } } } } }',
    {},
    viewer,
  );
  return data.viewer.homeFeed.edges.map((edge: { node: { text: string }; reason: { hashtag?: { name: string } } }) => [
    edge.node.text,
    edge.reason?.hashtag?.name ?? null,
  ]);
};

test('public posts with a hashtag that I follow are in my home feed, with the hashtag as the reason', async () => {
  await using posts = await startPosts();
  const [ada, bob, eve] = await introduce(posts, 'ada', 'bob', 'eve');
  await follow(posts, [ada, bob]);
  await publish(posts, eve, 'about #Cats');
  await publish(posts, bob, 'by bob about #cats and #dogs');
  await publish(posts, ada, 'my own #cats');
  await publish(posts, eve, { text: 'for followers #cats', visibility: 'FOLLOWERS' });
  await publish(posts, eve, 'both #cats #dogs');

  expect(await setFollowed(posts, ada, '#CATS')).toEqual({
    hashtag: { name: 'Cats', isFollowed: true },
    userErrors: [],
  });
  await setFollowed(posts, ada, 'dogs');

  const shown = await reasonsOf(posts, ada);
  expect(shown.map(([text]: [string]) => text)).toEqual([
    'both #cats #dogs',
    'my own #cats',
    'by bob about #cats and #dogs',
    'about #Cats',
  ]);
  expect(shown.map(([, hashtag]: [string, string]) => hashtag !== null)).toEqual([true, false, false, true]);
  const without = await posts.ask(
    '{ viewer { homeFeed(includeHashtags: false) { edges { node { text } } } followedHashtags { name } } }',
    {},
    ada.viewer,
  );
  expect(without.data.viewer.homeFeed.edges).toHaveLength(2);
  expect(without.data.viewer.followedHashtags.map(({ name }: { name: string }) => name)).toEqual(['dogs', 'Cats']);

  await leave(posts, ada, 'Cats');
  expect((await homeFeed(posts, ada.viewer)).texts).toEqual([
    'both #cats #dogs',
    'my own #cats',
    'by bob about #cats and #dogs',
  ]);
  await leave(posts, ada, 'dogs');
  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['my own #cats', 'by bob about #cats and #dogs']);
});

test('a post that somebody shared, whom I follow, is there as their share', async () => {
  await using posts = await startPosts();
  const [ada, bob, eve] = await introduce(posts, 'ada', 'bob', 'eve');
  await follow(posts, [ada, bob]);
  const shared = await publish(posts, eve, 'about #cats');
  await setFollowed(posts, ada, 'cats');
  await share(posts, [bob, shared]);

  const { edges } = await homeFeed(posts, ada.viewer);
  expect(edges.map(({ reason }) => reason)).toEqual([{ actor: { handle: 'bob' }, otherActorCount: 0 }]);
});

test('what I do not want to read, may not see or moderators limited does not come by a hashtag', async () => {
  await using posts = await startPosts();
  const [ada, ben, cem, dan, eve, fay] = await introduce(posts, 'ada', 'ben', 'cem', 'dan', 'eve', 'fay');
  await publish(posts, ben, 'muted person #cats');
  await publish(posts, cem, 'blocked person #cats');
  await publish(posts, dan, 'spoiler #cats');
  const limited = await publish(posts, eve, 'limited #cats');
  const removed = await publish(posts, eve, 'removed #cats');
  const deleted = await publish(posts, eve, 'deleted #cats');
  const edited = await publish(posts, eve, 'edited #cats');
  await publish(posts, fay, 'fine #cats');
  await setFollowed(posts, ada, 'cats');
  await mute(posts, [ada, ben]);
  await block(posts, [cem, ada]);
  await muteWords(posts, ada, { words: ['spoiler'] });
  await moderate(posts, { post: limited }, { isLimited: true });
  await moderate(posts, { post: removed }, { isRemoved: true });
  await deletePost(posts, eve.viewer, deleted);
  await editPost(posts, eve.viewer, { postId: edited, expectedRevision: 1, text: 'about dogs' });

  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['fine #cats']);
});

test('pages of a feed with several hashtags add up, whatever their size', async () => {
  await using posts = await startPosts();
  const [ada, bob, eve] = await introduce(posts, 'ada', 'bob', 'eve');
  await follow(posts, [ada, bob]);
  for (let index = 0; index < 12; index += 1) {
    const tags = ['cats', 'dogs', 'birds'].filter((_, tag) => index % (tag + 2) === 0).map((tag) => ` #${tag}`);
    await publish(posts, index % 4 === 3 ? bob : eve, `post ${index}${tags.join('')}`);
  }
  for (const tag of ['cats', 'dogs', 'birds']) await setFollowed(posts, ada, tag);
  const { texts: all } = await homeFeed(posts, ada.viewer, { first: 100 });
  expect(all).toHaveLength(10);

  for (const first of [1, 2, 3, 5]) {
    const read: string[] = [];
    for (let after: string | undefined, hasNextPage = true; hasNextPage; ) {
      const page = await homeFeed(posts, ada.viewer, { first, after });
      read.push(...page.texts);
      ({ endCursor: after, hasNextPage } = page);
    }
    expect(read).toEqual(all);
  }
});

test('a hashtag under which I see nothing is not there to be followed', async () => {
  await using posts = await startPosts();
  const [ada, eve] = await introduce(posts, 'ada', 'eve');
  await publish(posts, eve, { text: 'hidden #secret', visibility: 'ONLY_ME' });
  const notFound = { hashtag: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'name'] }] };

  expect(await setFollowed(posts, ada, 'secret')).toEqual(notFound);
  expect(await setFollowed(posts, ada, 'neverwas')).toEqual(notFound);
  expect(await leave(posts, ada, 'secret')).toEqual({ hashtag: null, userErrors: [] });
  expect((await setFollowed(posts, ada, 'no hashtag')).userErrors).toEqual([
    { code: 'INVALID', path: ['input', 'name'] },
  ]);
});

test('nobody follows more than a hundred hashtags', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  for (const half of [0, 1]) {
    const tags = Array.from({ length: 51 }, (_, index) => `#tag${half * 51 + index}`);
    await publish(posts, ada, tags.join(' '));
  }
  for (let index = 0; index < 100; index += 1) await setFollowed(posts, ada, `tag${index}`);

  expect((await setFollowed(posts, ada, 'tag100')).userErrors[0].code).toBe('CONFLICT');
  expect((await setFollowed(posts, ada, 'tag7')).userErrors).toEqual([]);
});

test("a hashtag's history counts its public posts and their authors by day, today first", async () => {
  await using posts = await startPosts();
  const [ada, bob, eve] = await introduce(posts, 'ada', 'bob', 'eve');
  await publish(posts, ada, 'one #cats');
  await publish(posts, ada, 'two #cats');
  await publish(posts, bob, 'three #cats');
  await publish(posts, bob, { text: 'four #cats', visibility: 'FOLLOWERS' });
  await block(posts, [eve, bob]);
  const history = async (person: Person) =>
    (await posts.ask('{ hashtag(name: "cats") { history(days: 2) { posts accounts } } }', {}, person.viewer)).data
      .hashtag.history;

  expect(await history(ada)).toEqual([
    { posts: 3, accounts: 2 },
    { posts: 0, accounts: 0 },
  ]);
  expect((await history(eve))[0]).toEqual({ posts: 2, accounts: 1 });
});
