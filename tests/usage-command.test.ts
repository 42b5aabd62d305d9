import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { usageExport } from '@nexus/gateway/usage/usage-export';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { readSince } from '../scripts/usage/since.ts';

const BODY = '{\n  viewer {\n    id\n  }\n}';

async function houseWithUsage() {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'nexus-usage-'));
  const sql = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
  await sql`insert into gateway.operation values (${'a'.repeat(64)}, 'WhoAmI', ${BODY}, '{Query.viewer,Viewer.id}')`;
  await sql`
    insert into gateway.operation_use values
      (current_date, ${'a'.repeat(64)}, 'web', '1.2', 30, 1, '{}'), (current_date - 40, ${'a'.repeat(64)}, 'old', '', 7, 1, '{}')`;
  const withoutUser = new URL(database.adminUrl);
  withoutUser.username = '';
  withoutUser.password = '';
  const env = { ...process.env, NODE_ENV: 'test', DATABASE_URL: withoutUser.href, NEXUS_SECRET: TEST_SECRET };
  return {
    sql,
    file: join(folder, 'usage.json'),
    run: async (...args: string[]) =>
      (await promisify(execFile)(process.execPath, ['scripts/usage.ts', ...args], { env })).stdout,
    async [Symbol.asyncDispose]() {
      await sql.end();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

test('an operator exports what schema checks read, and sees what is used and what is not', async () => {
  await using house = await houseWithUsage();

  const [report, told] = await Promise.all([
    house.run('report'),
    house.run('export', '--since', '60d', '--out', house.file),
  ]);

  expect(report).toContain('30 requests of 1 operations since');
  expect(report).toMatch(/ 30 100\.0 % {2}WhoAmI a{12} {2}web 1\.2/);
  expect(report).toMatch(/and all of [^:]*ModerationCase/);
  expect(report.split('\n').filter((line) => line.length > 100)).toEqual([]);
  expect(told).toBe(`Wrote 1 operations to ${house.file}.\n`);
  const exported = usageExport.parse(JSON.parse(await readFile(house.file, 'utf8')));
  expect(exported.operations).toMatchObject([
    { name: 'WhoAmI', body: BODY, count: 37, clients: [{ name: 'web' }, { name: 'old' }] },
  ]);
});

test('what cannot be told, or written where it should be, is one sentence', async () => {
  await using house = await houseWithUsage();

  for (const since of ['2026-02-31', 'yesterday', '-5d', '']) {
    expect(() => readSince(since)).toThrow(`--since is a number of days like 30d or a date like 2026-11-01`);
  }
  await expect(house.run('export', '--out', `${house.file}/nowhere.json`)).rejects.toThrow(
    /nowhere\.json cannot be written: ENOENT[^\n]*\n$/,
  );
});

test('a database that is not prepared is one sentence', async () => {
  await using house = await houseWithUsage();
  await house.sql`drop schema gateway cascade`;

  await expect(house.run('report')).rejects.toThrow(
    /The database is not prepared for the gateway: run npm run migrate/,
  );
});
