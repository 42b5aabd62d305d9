import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, type Person, person, tellOfPerson } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { replaceTrends } from '../src/trend/trend.store.ts';
import { DAY_MS, HOUR_MS, hide, moderate, publishAt } from './discovery.ts';
import { block, deletePost, muteWords, publish, startPosts } from './stage.ts';

/** Noon of a day in UTC, so that hours before and after are of the same day; trends of the past are read by themselves. */
const NOON = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS + 12 * HOUR_MS);
const at = (hours: number) => new Date(NOON.getTime() + hours * HOUR_MS);

/** People whose accounts were made so many hours before that noon. */
async function crowd(posts: TestSubgraph, size: number, hours = 100): Promise<Person[]> {
  const people = Array.from({ length: size }, (_, index) => person(`person${index}`, at(-hours)));
  for (const one of people) await tellOfPerson(posts, one, { version: 1 });
  return people;
}

async function use(posts: TestSubgraph, people: readonly Person[], [tag, createdAt]: readonly [string, Date]) {
  const ids: string[] = [];
  for (const person of people) ids.push(...(await publishAt(posts, person, { text: `#${tag}`, createdAt })));
  return ids;
}

async function trends(posts: TestSubgraph, viewer?: Person) {
  const { data, errors } = await posts.ask(
    '{ trendingHashtags(first: 50) { score hashtag { name } } }',
    {},
    viewer?.viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.trendingHashtags.map(({ score, hashtag }: { score: number; hashtag: { name: string } }) => [
    hashtag.name,
    Math.round(score * 100) / 100,
  ]);
}

const find = (posts: TestSubgraph, now: Date) => posts.db.transaction((tx) => replaceTrends(tx, now));

test('a hashtag trends when 5 people or more use it, and more than yesterday', async () => {
  await using posts = await startPosts();
  const people = await crowd(posts, 12);
  await use(posts, people.slice(0, 4), ['four', NOON]);
  await use(posts, people.slice(0, 5), ['five', NOON]);
  await use(posts, people.slice(0, 6), ['steady', at(-24)]);
  await use(posts, people.slice(0, 6), ['steady', NOON]);
  await use(posts, people.slice(0, 4), ['growing', at(-24)]);
  await use(posts, people, ['growing', NOON]);
  await use(
    posts,
    Array.from({ length: 6 }, () => people[0] as Person),
    ['loud', NOON],
  );

  await find(posts, NOON);
  // (5 - 1)² / 1 and (12 - 4)² / 4.
  expect((await trends(posts)).toSorted()).toEqual([
    ['five', 16],
    ['growing', 16],
  ]);
});

test('whose account was made less than a day before makes no trend, however many they are', async () => {
  await using posts = await startPosts();
  const [fresh, day] = [await crowd(posts, 20, 23), await crowd(posts, 5, 25)];
  await use(posts, fresh, ['puppets', NOON]);
  await use(posts, [...fresh, ...day.slice(0, 4)], ['mixed', NOON]);
  await use(posts, [...fresh, ...day], ['people', NOON]);

  await find(posts, NOON);
  expect(await trends(posts)).toEqual([['people', 16]]);
});

test('the peak halves every four hours, and is over below 1', async () => {
  await using posts = await startPosts();
  const people = await crowd(posts, 5);
  await use(posts, people, ['cats', NOON]);

  for (const [hours, shown] of [
    [4, [['cats', 8]]],
    [8, [['cats', 4]]],
    [16, [['cats', 1]]],
    [17, []],
  ] as const) {
    await find(posts, at(hours));
    expect(await trends(posts)).toEqual(shown);
  }
});

test('nothing hidden, sensitive, limited or removed makes a trend, nor do people who would not be found', async () => {
  await using posts = await startPosts();
  const people = await crowd(posts, 5);
  const [shy, gone, shut] = (await crowd(posts, 3)) as [Person, Person, Person];
  const now = new Date();
  const four = people.slice(0, 4);
  const last = people.slice(4);
  for (const tag of ['limited', 'removed', 'labelled', 'deleted']) {
    await use(posts, four, [tag, now]);
    const [id = ''] = await use(posts, last, [tag, now]);
    if (tag === 'limited') await moderate(posts, { post: id }, { isLimited: true });
    if (tag === 'removed') await moderate(posts, { post: id }, { isRemoved: true });
    if (tag === 'labelled') await moderate(posts, { post: id }, { labels: ['VIOLENCE'] });
    if (tag === 'deleted') await deletePost(posts, last[0]?.viewer ?? shy.viewer, id);
  }
  for (const [tag, person] of [
    ['shy', shy],
    ['gone', gone],
    ['shut', shut],
  ] as const) {
    await use(posts, [...four, person], [tag, now]);
  }
  await hide(posts, shy, { isDiscoverable: false });
  await tellOfPerson(posts, gone, { state: 'SUSPENDED', version: 2 });
  await tellOfPerson(posts, shut, { isPrivate: true, version: 2 });
  for (const content of [
    { text: '#sensitive', isSensitive: true },
    { text: '#followers', visibility: 'FOLLOWERS' },
  ])
    for (const person of people) await publish(posts, person, content);
  await use(posts, people, ['fine', now]);

  await find(posts, new Date());
  expect((await trends(posts)).map(([name]: [string]) => name)).toEqual(['fine']);
});

test('a trend is gone at once for whoever sees none of its posts any more, or has muted it', async () => {
  await using posts = await startPosts();
  const people = await crowd(posts, 5);
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const ids = await use(posts, people, ['cats', new Date()]);
  await find(posts, new Date());
  await muteWords(posts, ada, { words: ['#CATS'] });
  for (const person of people) await block(posts, [bob, person]);

  expect(await trends(posts)).toHaveLength(1);
  expect(await trends(posts, ada)).toEqual([]);
  expect(await trends(posts, bob)).toEqual([]);
  for (const id of ids) await moderate(posts, { post: id }, { isRemoved: true });
  expect(await trends(posts)).toEqual([]);
  await find(posts, new Date());
  expect((await posts.db.execute('select from posts.hashtag_trend')).length).toBe(0);
});
