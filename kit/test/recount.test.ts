import { sql } from 'drizzle-orm';
import { pgSchema } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { connect } from '../src/database.ts';
import { newId } from '../src/new-id.ts';
import { type RecountStep, recountNext, recountTable, requestRecounts } from '../src/recount.ts';
import { createTestDatabase } from '../src/testing/database.ts';

const table = recountTable(pgSchema('small'));

/** A database with recounts, and two connections to it. */
async function openTwo() {
  const resources = new AsyncDisposableStack();
  const { adminUrl, drop } = await createTestDatabase('template1');
  resources.defer(drop);
  const [mine, yours] = [connect(adminUrl, { max: 1 }), connect(adminUrl, { max: 1 })];
  for (const { close } of [mine, yours]) resources.defer(close);
  await mine.db.execute(sql`create schema small`);
  await mine.db.execute(sql`
    create table small.recount (subject_id uuid, facts text, after uuid, primary key (subject_id, facts))`);
  return { mine: mine.db, yours: yours.db, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

test('a recount that somebody is at is passed over, and where it is awaited gone on with after them', async () => {
  await using two = await openTwo();
  const [subjectId, position] = [newId(), newId()];
  const seen: (string | null)[] = [];
  const [began, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow: RecountStep = async () => {
    began.resolve();
    await mayEnd.promise;
    return { after: position };
  };
  const quick: RecountStep = async (_, { after }) => {
    seen.push(after);
    return 'DONE';
  };
  await requestRecounts(two.mine, table, [{ subjectId, facts: 'FOLLOWS' }]);

  const mine = two.mine.transaction((tx) => recountNext(tx, { table, steps: { FOLLOWS: slow } }));
  await began.promise;
  const recount = { table, steps: { FOLLOWS: quick }, subjectId };
  expect(await two.yours.transaction((tx) => recountNext(tx, recount))).toEqual({ hasMore: false });
  expect(seen).toEqual([]);

  const awaited = two.yours.transaction((tx) => recountNext(tx, { ...recount, isAwaited: true }));
  mayEnd.resolve();
  await mine;
  expect(await awaited).toEqual({ hasMore: true });
  expect(seen).toEqual([position]);
  expect(await two.mine.select().from(table)).toEqual([]);
});
