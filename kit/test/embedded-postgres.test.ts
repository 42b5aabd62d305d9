import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { commandOf } from '../src/child-process.ts';
import { startEmbeddedPostgres } from '../src/embedded-postgres.ts';
import { StartupError } from '../src/startup-error.ts';

let directory: string;
beforeAll(async () => {
  // mkdtemp closes it to other users, and its path is longer than a socket's may be.
  const deep = join(await mkdtemp(join(tmpdir(), 'nexus postgres ')), 'a'.repeat(100));
  await mkdir(deep);
  directory = deep;
});
afterAll(() => rm(dirname(directory), { recursive: true, force: true }));

test('the data are there again at the second start', async () => {
  const first = await start();
  await query(first.url, (sql) => sql`create table note as select 'kept' as text`);
  await first.stop();

  const second = await start();
  expect(await query(second.url, (sql) => sql`select text from note`)).toEqual([{ text: 'kept' }]);
});

test('no process is left after stop, however often it is called', async () => {
  const server = await start();
  const pid = await postmasterPid();
  expect(await commandOf(pid)).toContain(directory);

  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  expect(await commandOf(pid)).toBeUndefined();
});

test('the server of a killed process is adopted and stopped', async () => {
  await startAndDie();
  const orphan = await postmasterPid();
  expect(await commandOf(orphan)).toContain(directory);

  const adopted = await start();
  expect(await postmasterPid()).toBe(orphan);
  expect(await query(adopted.url, (sql) => sql`select current_database() as name`)).toEqual([{ name: 'nexus' }]);
  await adopted.stop();
  expect(await commandOf(orphan)).toBeUndefined();
});

test('a server killed after its process starts again', async () => {
  await startAndDie();
  process.kill(await postmasterPid(), 'SIGKILL');

  const again = await start();
  expect(await query(again.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('a killed server starts again', async () => {
  await start();
  process.kill(await postmasterPid(), 'SIGKILL');

  const again = await start();
  expect(await query(again.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('a second start shares the server and does not stop it', async () => {
  const owner = await start();
  const guest = await start();

  expect(guest.url).toBe(owner.url);
  await guest.stop();
  expect(await query(owner.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('two first starts at once end up with one server', async () => {
  const servers = await Promise.all([start(join(directory, 'twice')), start(join(directory, 'twice'))]);

  expect(servers[0].url).toBe(servers[1].url);
});

test('a process id that now belongs to another program is no obstacle', async () => {
  const server = await start();
  const file = join(directory, 'postgres', 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await server.stop();
  await writeFile(file, [process.pid, ...lines.slice(1)].join('\n'));

  const again = await start();
  expect(await query(again.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('names in any script have trigrams, and text is ordered by code point', async () => {
  const { url } = await start();

  await query(url, (sql) => sql`create extension if not exists pg_trgm`);
  const [row] = await query(url, (sql) => sql`select similarity('Жанна', 'жанна') as same, 'Z' < 'a' as by_code_point`);
  expect(row).toEqual({ same: 1, by_code_point: true });
});

test.for([
  ['PG_VERSION', '16\n', 'was written by PostgreSQL 16, not 18; move it away or set DATA_DIR.'],
  ['holiday.jpg', '', 'is not empty and holds no PostgreSQL data; move it away or set DATA_DIR.'],
] as const)('a data directory with %s in it is refused in one sentence', async ([name, text, sentence]) => {
  const foreign = await mkdtemp(join(directory, 'foreign-'));
  await mkdir(join(foreign, 'postgres'));
  await writeFile(join(foreign, 'postgres', name), text);

  const refusal = await start(foreign).catch((error) => error);
  expect(refusal).toBeInstanceOf(StartupError);
  expect(refusal.message).toContain(sentence);
});

test('a file in the place of the data directory is named', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');

  await expect(start(file)).rejects.toThrow(`${file} is not a directory; set DATA_DIR to one.`);
});

test('what PostgreSQL complained about is repeated', async () => {
  const refused = startEmbeddedPostgres({ directory, settings: { shared_buffers: 'plenty' } });

  await expect(refused).rejects.toThrow('PostgreSQL did not start: invalid value for parameter "shared_buffers"');
});

async function start(place = directory) {
  const server = await startEmbeddedPostgres({ directory: place, settings: { fsync: 'off' } });
  onTestFinished(server.stop);
  return server;
}

async function query(url: string, ask: (sql: postgres.Sql) => Promise<readonly unknown[]>): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await ask(sql))];
  } finally {
    await sql.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

async function startAndDie(): Promise<void> {
  const script = fileURLToPath(new URL('start-and-die.ts', import.meta.url));
  const [, signal] = await once(spawn(process.execPath, [script, 'postgres', directory]), 'exit');
  expect(signal).toBe('SIGKILL');
}
