import { setTimeout } from 'node:timers/promises';
import { connect, type Db } from '@nexus/kit/database';
import { createTestDatabase } from '@nexus/kit/testing/database';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const database = await createTestDatabase('template1');
const { db, close } = connect(database.adminUrl, { max: 1 });
const admin = postgres(database.adminUrl, { max: 1 });

beforeAll(() => admin`create table note (text text)`);
beforeEach(() => admin`truncate note`);
afterAll(async () => {
  await close();
  await admin.end();
  await database.drop();
});

const write = (tx: Db, text: string) => tx.execute(sql`insert into note values (${text})`);
const notes = async () => (await admin`select text from note`).map(({ text }) => text);

/** Ends the connection behind a transaction. */
async function cutOff(tx: Db): Promise<void> {
  await endConnection(await connectionOf(tx));
}

/** Ends the connection behind a transaction, or a pool of one, while a statement is under way there. */
async function cutOffAsleep(tx: Db): Promise<void> {
  const pid = await connectionOf(tx);
  // With a parameter it is sent in two steps, as nearly all are.
  const asleep = Promise.all([tx.execute(sql`select pg_sleep(${2})`)]);
  asleep.catch(() => undefined);
  while ((await admin`select from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`).length === 0);
  await endConnection(pid);
  await asleep;
}

async function connectionOf(tx: Db): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
}

const endConnection = (pid: number) => admin`select pg_terminate_backend(${pid}, 1000)`;

test('a transaction whose connection is lost fails, and the next one is done on another connection', async () => {
  const cut = db.transaction(async (tx) => {
    await write(tx, 'before');
    await cutOff(tx);
    await write(tx, 'after');
  });
  await expect(cut).rejects.toThrow();

  await db.transaction((tx) => write(tx, 'next'));
  expect(await notes()).toEqual(['next']);
});

test('what a transaction does after its connection was lost is not done by itself on another', async () => {
  const failure = Promise.withResolvers<void>();
  const stray = Promise.withResolvers<string>();
  const cut = db.transaction(async (tx) => {
    await cutOff(tx);
    await failure.promise;
    write(tx, 'stray').then(
      () => stray.resolve('done'),
      () => stray.resolve('refused'),
    );
  });
  await expect(cut).rejects.toThrow();
  await db.execute(sql`select 1`);

  failure.resolve();
  expect(await stray.promise).toBe('refused');
  expect(await notes()).toEqual([]);
});

test('a statement that is under way, and a transaction in it, end with the connection', async () => {
  await expect(db.transaction((tx) => tx.transaction(cutOffAsleep))).rejects.toThrow();

  await db.transaction((tx) => write(tx, 'next'));
  expect(await notes()).toEqual(['next']);
});

test('a statement on the successor of a connection learns nothing of how that one ended', async () => {
  await expect(db.transaction(cutOffAsleep)).rejects.toThrow();
  await write(db, 'next');
  expect(await notes()).toEqual(['next']);
});

test('a pool that lost a connection in the middle of a statement closes all the same', async () => {
  const other = connect(database.adminUrl, { max: 1 });
  await expect(cutOffAsleep(other.db)).rejects.toThrow();

  expect(await Promise.race([other.close().then(() => 'closed'), setTimeout(2_000, 'open')])).toBe('closed');
});
