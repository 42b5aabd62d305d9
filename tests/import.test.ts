import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import postgres from 'postgres';
import { afterAll, expect, test, vi } from 'vitest';
import { SILENT } from '../scripts/import/progress.ts';
import { runImport } from '../scripts/import/run.ts';
import { importParts } from '../scripts/subgraphs.ts';
import { childEnvironment } from './setup/child-environment.ts';
import { startTestGraph } from './setup/graph.ts';
import { signIn } from './setup/people.ts';

const IMPORT = fileURLToPath(new URL('../scripts/import.ts', import.meta.url));
const DEMO = fileURLToPath(new URL('../data/ldbc-snb/demo', import.meta.url));

const graph = await startTestGraph();
const folder = await mkdtemp(join(tmpdir(), 'nexus-import-'));
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function runCommand(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...childEnvironment(), DATABASE_URL: graph.adminUrl, NEXUS_SECRET: TEST_SECRET };
  const ended = await promisify(execFile)(process.execPath, [IMPORT, ...args], { env }).catch((failed) => failed);
  return { code: ended.code ?? 0, output: ended.stdout + ended.stderr };
}

/** What posts hear of an import some seconds later, from who counts. */
const LATE = ['engagement', 'inbox'];

/** All other rows of all schemas, in an order of their own: equal when nothing changed. Waits for counts to be folded. */
async function everything(): Promise<unknown> {
  const sql = postgres(graph.adminUrl, { max: 1 });
  for (const deltas of [
    'users.counter_delta',
    'posts.counter_delta',
    'interactions.counter_delta',
    'interactions.comment_score_delta',
    'interactions.series_delta',
  ]) {
    await vi.waitUntil(async () => (await sql.unsafe(`select from ${deltas}`)).length === 0, { timeout: 10_000 });
  }
  const tables = await sql`select schemaname || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname in ('users', 'posts', 'interactions') and tablename <> all(${LATE}) order by 1`;
  const rows = [];
  for (const { name } of tables) {
    const [found] = await sql.unsafe(
      `select count(*)::int, md5(string_agg(t::text, '' order by t::text)) from ${name} t`,
    );
    rows.push({ name, ...found });
  }
  await sql.end();
  return rows;
}

/** A copy of the demo data with one more line in a file. */
async function demoWith(file: string, line: string): Promise<string> {
  const directory = await mkdtemp(join(folder, 'demo-'));
  await cp(DEMO, directory, { recursive: true });
  await writeFile(join(directory, file), `${await readFile(join(DEMO, file), 'utf8')}${line}\n`);
  return directory;
}

const empty = await everything();

test.each([
  ['users.jsonl', 'not json', 'users.jsonl:41: This line is not JSON.'],
  [
    'users.jsonl',
    '{"id":"x","username":"no spaces","displayName":"X","joinedAt":"2020-01-01T00:00:00Z"}',
    'users.jsonl:41: username: 3 to 30 of A–Z, a–z, 0–9 and _.',
  ],
  [
    'users.jsonl',
    '{"id":"143","username":"again","displayName":"X","joinedAt":"2020-01-01T00:00:00Z"}',
    'users.jsonl:41: The user 143 has come before.',
  ],
  [
    'users.jsonl',
    '{"id":"x","username":"unseen","displayName":"\\u200b","joinedAt":"2020-01-01T00:00:00Z"}',
    'users.jsonl:41: displayName: a text that shows something.',
  ],
  [
    'users.jsonl',
    '{"id":"x","username":"ancient","displayName":"X","joinedAt":"1969-12-31T23:59:59Z"}',
    'users.jsonl:41: joinedAt: a moment between 1970 and now.',
  ],
  [
    'posts.jsonl',
    '{"id":"x","authorId":"143","createdAt":"9999-01-01T00:00:00Z","text":"Hi"}',
    'posts.jsonl:255: createdAt: a moment between 1970 and now.',
  ],
  [
    'posts.jsonl',
    '{"id":"x","authorId":"143","createdAt":"2020-01-01T00:00:00Z","text":"\\u0000\\u3164"}',
    'posts.jsonl:255: A post needs text or media.',
  ],
  [
    'follows.jsonl',
    '{"followerId":"143","followeeId":"nobody","createdAt":"2020-01-01T00:00:00Z"}',
    'follows.jsonl:353: No user nobody has come before this line.',
  ],
  [
    'posts.jsonl',
    '{"id":"x","authorId":"143","createdAt":"yesterday","text":"Hi","media":[],"hashtags":[]}',
    'posts.jsonl:255: createdAt: Invalid ISO datetime.',
  ],
  [
    'comments.jsonl',
    '{"id":"x","authorId":"143","postId":"nope","parentCommentId":null,"createdAt":"2020-01-01T00:00:00Z","text":"Hi","hashtags":[]}',
    'comments.jsonl:759: No post nope has come before this line.',
  ],
  [
    'likes.jsonl',
    '{"userId":"143","targetType":"PHOTO","targetId":"5108","createdAt":"2020-01-01T00:00:00Z"}',
    'likes.jsonl:148: targetType: Invalid option: expected one of "POST"|"COMMENT".',
  ],
])('a bad line in %s stops an import with its place, and nothing of it stays: %s', async (file, line, sentence) => {
  const directory = await demoWith(file, line);
  const request = { directory, password: null, dryRun: false, adminUrl: graph.adminUrl, parts: importParts };

  await expect(runImport({ ...request, progress: SILENT })).rejects.toThrow(sentence);
  expect(await everything()).toEqual(empty);
});

test('what stops an import is told in a sentence', async () => {
  const { code, output } = await runCommand(await demoWith('users.jsonl', 'not json'));

  expect(code).toBe(1);
  expect(output).toContain('users.jsonl:41: This line is not JSON.');
  expect(output).not.toContain('.ts:');
});

test('a dry run checks everything and leaves nothing', async () => {
  const { code, output } = await runCommand(DEMO, '--dry-run');

  expect(code).toBe(0);
  expect(output).toContain('40 users, 352 follows, 254 posts, 758 comments, 147 likes');
  expect(await everything()).toEqual(empty);
});

test('an import shows its progress, writes the map of ids, and a second one changes nothing', async () => {
  const map = join(folder, 'ids.jsonl');

  const first = await runCommand(DEMO, '--password', 'for everybody here', '--id-map', map);
  const imported = await everything();
  const second = await runCommand(DEMO, '--password', 'for everybody here', '--id-map', `${map}.again`);

  expect(first.output).toMatch(/Importing: \d+ %, \d+ kB\/s, \d+ s left\n/);
  expect(second.code).toBe(0);
  expect(await everything()).toEqual(imported);
  const lines = (await readFile(map, 'utf8')).trim().split('\n');
  expect(lines.length).toBe(40 + 254 + 758);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ kind: 'user', external: '143', id: expect.stringMatching(/^user_/) });
  expect(await readFile(`${map}.again`, 'utf8')).toBe(`${lines.join('\n')}\n`);
  expect(await signIn(graph, 'maria_alkaios', 'for everybody here')).toMatchObject({ handle: 'maria_alkaios' });
});

test('a later import with a password lets people sign in who could not, and keeps the passwords of others', async () => {
  const newcomer =
    '{"id":"new","username":"newcomer","displayName":" New\\u0000 ","bio":"\\ud800","joinedAt":"2020-01-01T00:00:00Z"}';
  const directory = await demoWith('users.jsonl', newcomer);
  await runCommand(directory);
  await runCommand(directory, '--password', 'for the newcomer only');

  expect(await signIn(graph, 'newcomer', 'for the newcomer only')).toMatchObject({ handle: 'newcomer' });
  expect(await signIn(graph, 'maria_alkaios', 'for everybody here')).toMatchObject({ handle: 'maria_alkaios' });
});

test('a folder without users and a wrong option are one sentence', async () => {
  expect(await runCommand(folder)).toMatchObject({ code: 1, output: `There is no users.jsonl in ${folder}.\n` });
  expect((await runCommand(DEMO, '--pasword', 'x')).output).toContain('Usage: npm run import --');
});
