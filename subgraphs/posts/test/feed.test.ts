import { expect, test } from 'vitest';
import { follow, homeFeed, introduce, publish, share, startPosts } from './stage.ts';

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
