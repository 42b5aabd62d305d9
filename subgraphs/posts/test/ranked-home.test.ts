import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, DAY_MS, engage, PAGE, publishAt, toShown } from './discovery.ts';
import { follow, publish, share, startPosts } from './stage.ts';

async function ranked(posts: TestSubgraph, { viewer }: Person, args: object = {}) {
  const { data, errors } = await posts.ask(
    `query ($first: Int, $after: String, $includeOwn: Boolean) { viewer {
      homeFeed(order: RANKED, first: $first, after: $after, includeOwn: $includeOwn) { ${PAGE} } } }`,
    args,
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return toShown(data.viewer.homeFeed);
}

test('a ranked home feed holds the same people, what most engage with first', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, eve] = await introduce(posts, 'ada', 'bob', 'cem', 'eve');
  await follow(posts, [ada, bob]);
  await follow(posts, [ada, cem]);
  await publishAt(posts, bob, { text: 'long ago', createdAt: new Date(Date.now() - 8 * DAY_MS) });
  const popular = await publish(posts, bob, 'popular');
  const shared = await publish(posts, eve, 'shared');
  await publish(posts, eve, 'by a stranger');
  await publish(posts, cem, { text: 'for followers', visibility: 'FOLLOWERS' });
  await publish(posts, ada, 'my own');
  await share(posts, [bob, shared]);
  await engage(posts, popular, { reactors: 9 });
  await engage(posts, shared, { reactors: 2 });

  const all = ['popular', 'shared', 'my own', 'for followers'];
  expect((await ranked(posts, ada)).texts).toEqual(all);
  expect((await ranked(posts, ada, { includeOwn: false })).texts).toEqual(['popular', 'shared', 'for followers']);
  const first = await ranked(posts, ada, { first: 2 });
  expect(first.texts).toEqual(all.slice(0, 2));
  await engage(posts, popular, { version: 2 });
  expect(await ranked(posts, ada, { first: 2, after: first.endCursor })).toMatchObject({
    texts: all.slice(2),
    hasNextPage: false,
  });
});

test('what I am not interested in, and people of whom I want fewer, are not in it', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem] = await introduce(posts, 'ada', 'bob', 'cem');
  await follow(posts, [ada, bob]);
  await follow(posts, [ada, cem]);
  const unwanted = await publish(posts, bob, 'unwanted');
  await publish(posts, bob, 'wanted');
  await publish(posts, cem, 'by cem');
  await act(posts, ada.viewer, ['setPostFeedback', { postId: unwanted, feedback: 'NOT_INTERESTED' }, '']);
  await act(posts, ada.viewer, ['setShowFewer', { userId: cem.userId, showFewer: true }, '']);

  expect((await ranked(posts, ada)).texts).toEqual(['wanted']);
});
