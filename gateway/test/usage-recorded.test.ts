import { roleUrl } from '@nexus/kit/migrations';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import type { Client } from '../src/usage/client-names.ts';
import type { UsageConfig } from '../src/usage/record-usage.ts';
import type { Batch } from '../src/usage/tally.ts';
import { addUsage, deleteUsage, findUsage } from '../src/usage/usage.store.ts';
import { startTestGateway } from './test-gateway.ts';

async function startCounting(options: Partial<UsageConfig> = {}) {
  const database = await createTestDatabase();
  const databaseUrl = roleUrl(database.adminUrl, TEST_SECRET, 'gateway');
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
  const gateway = await startTestGateway({
    usage: { databaseUrl, sampleRate: 1, retentionDays: 90, everyMs: 30, ...options },
  });
  return {
    ...gateway,
    sql,
    asGateway: postgres(databaseUrl, { max: 1 }),
    usage: () => findUsage(sql, '2000-01-01'),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await this.asGateway.end();
      await sql.end();
      await database.drop();
    },
  };
}

const requestsOf = (rows: readonly { requests: number }[]) => rows.reduce((sum, { requests }) => sum + requests, 0);

test('what is executed is counted by operation and client, and no value leaves the memory', async () => {
  await using gateway = await startCounting();
  const web = { 'apollographql-client-name': 'web', 'apollographql-client-version': '1.2' };

  await gateway.ask('{ book(id: "my secret") { title stars } }', web);
  await gateway.ask('{ mine: book(id: "other secret") { title stars } }', web);
  await gateway.post(
    JSON.stringify({ query: 'query P($w: Place) { find(where: $w) }', variables: { w: { room: 'ATTIC', shelf: 47 } } }),
  );
  await gateway.ask('{ nothing }');
  await gateway.ask('{ __typename }');

  await expect.poll(async () => requestsOf(await gateway.usage())).toBe(3);
  const rows = await gateway.usage();
  expect(
    rows.map(({ clientName, clientVersion, name, given }) => ({ clientName, clientVersion, name, given })),
  ).toEqual(
    expect.arrayContaining([
      { clientName: 'web', clientVersion: '1.2', name: '', given: [] },
      { clientName: 'unnamed', clientVersion: '', name: 'P', given: ['Place.room', 'Place.shelf', 'Room.ATTIC'] },
    ]),
  );
  expect(rows.find(({ name }) => name === 'P')?.coordinates).toEqual(['Query.find', 'Query.find(where:)']);
  const everything = await gateway.sql`select o::text, u::text from gateway.operation as o, gateway.operation_use as u`;
  expect(JSON.stringify(everything)).not.toMatch(/secret|47/);
});

test('without Postgres requests are answered as before, and the gateway stops at once', async () => {
  const usage = { databaseUrl: 'postgres://nobody@127.0.0.1:1/nowhere', sampleRate: 1, retentionDays: 90, everyMs: 10 };
  const gateway = await startTestGateway({ usage });

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => gateway.ask(`{ book(id: "${i}") { b${i}: title } }`)),
  );

  expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(Array(50).fill([200, undefined]));
  const stoppedAt = performance.now();
  await gateway[Symbol.asyncDispose]();
  expect(performance.now() - stoppedAt).toBeLessThan(3_000);
});

test('what could not be written is written when Postgres is back', async () => {
  await using gateway = await startCounting();
  await gateway.sql`alter table gateway.operation_use rename to away`;
  await gateway.ask('{ library { __typename books { title } } }');
  await gateway.ask('{ library { __typename books { title } } }');

  await gateway.sql`alter table gateway.away rename to operation_use`;

  await expect.poll(async () => requestsOf(await gateway.usage())).toBe(2);
});

test('a gateway that stops writes what it has counted', async () => {
  const gateway = await startCounting({ everyMs: 60_000 });
  await gateway.ask('{ reviewCount }');

  await gateway.stop();

  expect(requestsOf(await gateway.usage())).toBe(1);
  await gateway[Symbol.asyncDispose]();
});

test('of a sample, counts are estimates of the whole', async () => {
  await using gateway = await startCounting({ sampleRate: 0.5 });

  for (let i = 0; i < 40; i++) await gateway.ask('{ reviewCount }');

  await expect.poll(async () => requestsOf(await gateway.usage())).toBeGreaterThan(0);
  const [row] = await gateway.usage();
  expect(row?.sampleRate).toBe(0.5);
  expect((row?.requests ?? 1) % 2).toBe(0);
});

test('two gateways that write at once do not stand in each other’s way', async () => {
  await using gateway = await startCounting();
  const clients = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, version: '' }));
  const full = (ids: readonly number[]): Batch =>
    new Map(ids.map((id) => [`${id}`, { operation: operation(`${id}`), clients: countedFor(clients) }]));
  const ids = Array.from({ length: 200 }, (_, id) => id);

  await Promise.all([addUsage(gateway.sql, full(ids), 1), addUsage(gateway.asGateway, full(ids.toReversed()), 1)]);

  expect(requestsOf(await gateway.usage())).toBe(2 * 200 * 5);
});

const countedFor = (clients: readonly Client[]) =>
  new Map(clients.map((client) => [client, { requests: 1, given: new Set(['Place.room']) }]));

const operation = (id: string) => ({
  id,
  name: 'Long',
  body: `query Long { ${'field '.repeat(200)} }`,
  coordinates: Array.from({ length: 30 }, (_, n) => `Query.field${n}`),
  collectGiven: undefined,
});

test('old counts are deleted with operations that nobody sends any more', async () => {
  await using gateway = await startCounting();
  await gateway.ask('{ reviewCount }');
  await gateway.ask('{ books { title } }');
  await expect.poll(async () => requestsOf(await gateway.usage())).toBe(2);
  await gateway.sql`
    update gateway.operation_use set day = day - 91
    where operation_id = (select id from gateway.operation where body like '%reviewCount%')`;

  await deleteUsage(gateway.asGateway, 90);

  expect((await gateway.usage()).map(({ coordinates }) => coordinates[0])).toEqual(['Book.title']);
  expect(await gateway.sql`select from gateway.operation`).toHaveLength(1);
});

test('the role of the gateway sees nothing but usage', async () => {
  await using gateway = await startCounting();

  await expect(gateway.asGateway`select from users."user"`).rejects.toThrow('permission denied for schema users');
  await expect(gateway.asGateway`select from pgboss.job`).rejects.toThrow('permission denied for schema pgboss');
  await expect(gateway.asGateway`drop table gateway.operation_use`).rejects.toThrow('must be owner');
});
