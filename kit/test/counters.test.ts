import { pgSchema } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { changeCount, counterTables, findCounts, foldCounters } from '../src/counters.ts';
import { newId } from '../src/new-id.ts';
import { buildSmallHouse } from './small-house.ts';

const tables = counterTables(pgSchema('listener'));

test('a count is exact at every moment, whoever holds its row', async () => {
  await using house = await buildSmallHouse();
  const { database } = await house.open();
  const subjectId = newId();
  const add = (value: number) =>
    database.db.transaction((tx) => changeCount(tx, tables, { subjectId, name: 'like', value }));
  const read = async () => (await findCounts(database.db, tables, [subjectId])).map(({ value }) => value);

  await add(1);
  await foldCounters(database.db, tables);
  await database.db.transaction(async (tx) => {
    await changeCount(tx, tables, { subjectId, name: 'like', value: 1 });
    // The row is held by the transaction around: this one goes to a delta and does not wait.
    await add(1);
    expect(await read()).toEqual([2]);
  });
  expect(await read()).toEqual([3]);

  await foldCounters(database.db, tables);
  expect(await read()).toEqual([3]);
  expect(await database.sql`select count(*)::int from listener.counter_delta`).toEqual([{ count: 0 }]);
});

test('five hundred changes at once, with two folders at work, add up', async () => {
  await using house = await buildSmallHouse();
  const { database } = await house.open();
  const subjectId = newId();
  const changes = Array.from({ length: 500 }, (_, index) => (index % 5 === 0 ? -1 : 1));

  await Promise.all([
    ...changes.map((value) =>
      database.db.transaction((tx) => changeCount(tx, tables, { subjectId, name: 'like', value })),
    ),
    foldCounters(database.db, tables),
    foldCounters(database.db, tables),
  ]);

  const expected = changes.reduce((sum, value) => sum + value, 0);
  expect(await findCounts(database.db, tables, [subjectId])).toEqual([{ subjectId, name: 'like', value: expected }]);
});
