import { readFile } from 'node:fs/promises';
import { introduce, type Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { forgettingDays } from '../src/platform/forget-days.ts';
import { activeDays } from '../src/tables/analytics.ts';
import { comment, publish, react, share, startInteractions, tellOfFollow } from './stage.ts';

const ask = (selection: string, args = '') => `{ platformAnalytics${args} { ${selection} } }`;
const asAdmin = ({ viewer }: Person) => ({ ...viewer, role: 'ADMIN' as const });

test('nobody but an administrator has the analytics of the platform', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const query = ask('totals { people }');

  const codes = [];
  for (const viewer of [undefined, ada.viewer, { ...ada.viewer, role: 'MODERATOR' as const }]) {
    codes.push((await interactions.ask(query, {}, viewer)).errors?.[0]?.extensions.code);
  }
  expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN']);
  expect((await interactions.ask(query, {}, asAdmin(ada))).data.platformAnalytics.totals.people).toBe(1);
});

test('totals and series are those of everybody together', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postIds = [await publish(interactions, ada), await publish(interactions, bob)];
  await tellOfFollow(interactions, { source: bob, target: ada });
  for (const targetId of postIds) await react(interactions, ada, { targetId, kind: 'LIKE' });
  await react(interactions, bob, { targetId: postIds[0] ?? '', kind: 'LIKE' });
  await comment(interactions, bob, { postId: postIds[0] ?? '' });
  await share(interactions, bob, postIds[0] ?? '');

  const { data } = await interactions.ask(
    ask(
      'totals { people posts comments reactions shares bookmarks impressions follows } series(metrics: [REACTIONS, POSTS]) { total }',
    ),
    {},
    asAdmin(ada),
  );

  expect(data.platformAnalytics).toEqual({
    totals: { people: 2, posts: 2, comments: 1, reactions: 3, shares: 1, bookmarks: 0, impressions: 0, follows: 1 },
    series: [{ total: 3 }, { total: 2 }],
  });
});

test('active people by day, and how many newcomers of a week come back', async () => {
  await using interactions = await startInteractions();
  const [ada, bob, cleo, dan] = await introduce(interactions, 'ada', 'bob', 'cleo', 'dan');
  // Mondays are the 3rd, 10th and 17th of August 2026.
  const days: [Person, string[]][] = [
    [ada, ['2026-08-03', '2026-08-05', '2026-08-12', '2026-08-20']],
    [bob, ['2026-08-09', '2026-08-20']],
    [cleo, ['2026-08-12']],
    [dan, ['2026-07-01', '2026-08-12']],
  ];
  const rows = days.flatMap(([{ id }, on]) => on.map((day) => ({ userId: id, day })));
  await interactions.db.insert(activeDays).values(rows);
  const range = '(range: { from: "2026-08-11T00:00:00Z", to: "2026-08-21T00:00:00Z" })';

  const { data } = await interactions.ask(
    ask('activeUsers { at value } retention(cohorts: 3) { week people retained }', range),
    {},
    asAdmin(ada),
  );

  const { activeUsers, retention } = data.platformAnalytics;
  expect(activeUsers.map(({ value }: { value: number }) => value)).toEqual([0, 3, 0, 0, 0, 0, 0, 0, 0, 2]);
  expect(activeUsers[0].at).toBe('2026-08-11T00:00:00.000Z');
  expect(retention).toEqual([
    { week: '2026-08-03T00:00:00.000Z', people: 2, retained: [2, 1, 2] },
    { week: '2026-08-10T00:00:00.000Z', people: 1, retained: [1, 0] },
    { week: '2026-08-17T00:00:00.000Z', people: 0, retained: [0] },
  ]);
});

test('whoever does or publishes anything is active that day; taking it back changes nothing', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const targetId = await publish(interactions, ada);
  await react(interactions, bob, { targetId, kind: 'LIKE' });
  await react(interactions, bob, { targetId, kind: null });

  const active = (await interactions.db.select().from(activeDays)).map(({ userId }) => userId);
  expect(active.toSorted()).toEqual([ada.id, bob.id].toSorted());
});

test('who was here more than 800 days ago is forgotten, but for the first day of everybody', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const days: [Person, number[]][] = [
    [ada, [1_000, 999, 998, 900, 802, 799, 1]],
    [bob, [900, 850, 2]],
  ];
  const rows = days.flatMap(([{ id }, on]) => on.map((day) => ({ userId: id, day: ago(day) })));
  await interactions.db.insert(activeDays).values(rows);

  const rounds = [];
  const forget = forgettingDays(interactions.db, 2);
  do rounds.push(await forget());
  while (rounds.at(-1)?.hasMore);

  expect(rounds).toHaveLength(4);
  const left = await interactions.db.select().from(activeDays);
  expect(left.map(({ day }) => day).toSorted()).toEqual([1_000, 900, 799, 2, 1].map(ago));
  const range = `(range: { from: "${ago(901)}T00:00:00Z", to: "${ago(797)}T00:00:00Z" })`;
  const { data } = await interactions.ask(ask('activeUsers { value }', range), {}, asAdmin(ada));
  const counted = data.platformAnalytics.activeUsers.map(({ value }: { value: number }) => value);
  expect(counted.filter(Boolean)).toEqual([1]);
});

test('the named operation asks for all of it', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const file = new URL('../../../operations/platform-analytics.graphql', import.meta.url);

  const { data, errors } = await interactions.ask(await readFile(file, 'utf8'), {}, asAdmin(ada));

  expect(errors).toBeUndefined();
  expect(data.platformAnalytics.retention).toHaveLength(4);
  expect(data.platformAnalytics.activeUsers).toHaveLength(31);
});
