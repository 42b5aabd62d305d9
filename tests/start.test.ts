import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postGraphql } from './setup/graph.ts';
import { dataDirectory, failToStart, startNexus } from './setup/nexus-process.ts';

/** Processes whose command line names a folder, those that only wait for their parent left out. */
async function processesOf(directory: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return commands.filter((command) => command.includes(directory));
}

const COUNT = 'query { user(handle: "rafael_fernandez") { followingCount } }';

test('the first start imports people and posts, the next is quick, after Ctrl-C, which leaves nothing behind, and kill -9', async () => {
  const directory = await dataDirectory();
  const firstAt = Date.now();
  const first = await startNexus({ DATA_DIR: directory });
  const firstMs = Date.now() - firstAt;
  expect(first.output()).toContain('Importing demo data');
  expect(first.output()).toMatch(/rafael_fernandez with the password \S+/);
  expect(await postGraphql(`${first.gateway}/graphql`, { query: COUNT })).toEqual({
    data: { user: { followingCount: 19 } },
  });
  expect(await first.end('SIGINT')).toBe(0);
  await expect.poll(() => processesOf(directory)).toEqual([]);

  const secondAt = Date.now();
  const second = await startNexus({ DATA_DIR: directory });
  expect(Date.now() - secondAt).toBeLessThan(firstMs);
  expect(second.output()).not.toContain('Importing');
  expect(await postGraphql(`${second.gateway}/graphql`, { query: COUNT })).toEqual({
    data: { user: { followingCount: 19 } },
  });
  await second.end('SIGKILL');

  const third = await startNexus({ DATA_DIR: directory });
  expect(await postGraphql(`${third.gateway}/graphql`, { query: COUNT })).toEqual({
    data: { user: { followingCount: 19 } },
  });
  expect(await third.end('SIGTERM')).toBe(0);
  await expect.poll(() => processesOf(directory)).toEqual([]);
}, 120_000);

test('a taken port is one sentence', async () => {
  const directory = await dataDirectory();
  const server = createServer().listen(0, '127.0.0.1');
  await expect.poll(() => server.listening).toBe(true);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const { code, output } = await failToStart({ DATA_DIR: directory, DEMO_DATA: 'off', USERS_PORT: String(port) });
  server.close();

  expect(code).toBe(1);
  expect(output).toBe(`Port ${port} (users) is taken. Stop what uses it or set another port.\n`);
  await expect.poll(() => processesOf(directory)).toEqual([]);
});

test('a wrong DATABASE_URL is one sentence and keeps its password to itself', async () => {
  const secret = { NEXUS_SECRET: 'x'.repeat(32) };
  const [nobody, nonsense] = await Promise.all([
    failToStart({ ...secret, DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/nexus' }),
    failToStart({ ...secret, DATABASE_URL: 'mysql://me:hidden@127.0.0.1/nexus' }),
  ]);

  expect(nobody).toEqual({ code: 1, output: 'DATABASE_URL: no Postgres answers at 127.0.0.1:1 (ECONNREFUSED).\n' });
  expect(nonsense.code).toBe(1);
  expect(nonsense.output).toMatch(/^The environment variable DATABASE_URL is not usable: .*postgres:\/\/.*\n$/);
  expect(nonsense.output).not.toContain('hidden');
});

test('the data of another PostgreSQL is left alone, with one sentence', async () => {
  const directory = await dataDirectory();
  await mkdir(join(directory, 'postgres'));
  await writeFile(join(directory, 'postgres', 'PG_VERSION'), '16\n');

  const { code, output } = await failToStart({ DATA_DIR: directory });

  expect(code).toBe(1);
  expect(output).toMatch(/^[^\n]*PostgreSQL 16[^\n]*\n$/);
});
