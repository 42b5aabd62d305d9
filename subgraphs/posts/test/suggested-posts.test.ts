import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, DAY_MS, hide, publishAt } from './discovery.ts';
import { block, follow, mute, muteWords, publish, startPosts } from './stage.ts';

async function suggested(posts: TestSubgraph, { viewer }: Person, args = '') {
  const { data, errors } = await posts.ask(
    `{ viewer { suggestedPosts${args} { edges { node { text } reason { __typename } } } } }`,
    {},
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  type Edge = { node: { text: string }; reason: { __typename: string } | null };
  return data.viewer.suggestedPosts.edges.map(({ node, reason }: Edge) => [node.text, reason?.__typename ?? null]);
}

test('posts of people whom those follow whom I follow are suggested', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, dan] = await introduce(posts, 'ada', 'bob', 'cem', 'dan');
  await follow(posts, [ada, bob]);
  await follow(posts, [bob, cem]);
  await follow(posts, [bob, ada]);
  await follow(posts, [cem, dan]);
  for (const person of [ada, bob, cem, dan]) await publish(posts, person, `by ${person.handle}`);

  expect(await suggested(posts, ada)).toEqual([['by cem', 'Recommended']]);
  expect(await suggested(posts, ada, '(includeFollowed: true)')).toEqual([
    ['by cem', 'Recommended'],
    ['by bob', null],
  ]);
});

test('nothing I do not want, may not see or that would not be found is suggested', async () => {
  await using posts = await startPosts();
  const handles = ['ada', 'bob', 'shy', 'muted', 'blocked', 'gone', 'fewer', 'spoiling', 'cem'] as const;
  const [ada, bob, ...others] = await introduce(posts, ...handles);
  const [shy, muted, blocked, gone, fewer] = others;
  await follow(posts, [ada, bob]);
  for (const person of others) {
    await follow(posts, [bob, person]);
    await publish(posts, person, `by ${person.handle}`);
  }
  await hide(posts, shy, { isDiscoverable: false });
  await mute(posts, [ada, muted]);
  await block(posts, [blocked, ada]);
  await tellOfPerson(posts, gone, { state: 'SUSPENDED', version: 2 });
  await act(posts, ada.viewer, ['setShowFewer', { userId: fewer.userId, showFewer: true }, '']);
  await muteWords(posts, ada, { words: ['spoiling'] });

  expect(await suggested(posts, ada)).toEqual([['by cem', 'Recommended']]);
  await hide(posts, bob, { hidesFollowGraph: true });
  expect(await suggested(posts, ada)).toEqual([]);
});

test('whose account is not in use suggests nobody', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem] = await introduce(posts, 'ada', 'bob', 'cem');
  await follow(posts, [ada, bob]);
  await follow(posts, [bob, cem]);
  await publish(posts, cem, 'by cem');

  await tellOfPerson(posts, bob, { state: 'DEACTIVATED', version: 2 });
  expect(await suggested(posts, ada)).toEqual([]);
  await tellOfPerson(posts, bob, { state: 'ACTIVE', version: 3 });
  expect(await suggested(posts, ada)).toEqual([['by cem', 'Recommended']]);
});

test('new topics are the hashtags of those I follow that none of them used before', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, eve] = await introduce(posts, 'ada', 'bob', 'cem', 'eve');
  await follow(posts, [ada, bob]);
  await follow(posts, [ada, cem]);
  const ago = (days: number) => new Date(Date.now() - days * DAY_MS);
  await publishAt(
    posts,
    bob,
    { text: '#old', createdAt: ago(10) },
    { text: '#old #b #a', createdAt: ago(5) },
    { text: '#b', createdAt: ago(4) },
    { text: '#later', createdAt: ago(1) },
  );
  await publishAt(posts, cem, { text: '#a #old', createdAt: ago(3) }, { text: '#c', createdAt: ago(3) });
  await publishAt(posts, eve, { text: '#c', createdAt: ago(10) }, { text: '#d', createdAt: ago(4) });
  const { data, errors } = await posts.ask(
    'query ($since: DateTime!, $until: DateTime) { viewer { newTopics(since: $since, until: $until) { hashtag { name } postCount } } }',
    { since: ago(7).toISOString(), until: ago(2).toISOString() },
    ada.viewer,
  );
  expect(errors).toBeUndefined();
  expect(data.viewer.newTopics).toEqual([
    { hashtag: { name: 'a' }, postCount: 2 },
    { hashtag: { name: 'b' }, postCount: 2 },
    { hashtag: { name: 'c' }, postCount: 1 },
  ]);
});
