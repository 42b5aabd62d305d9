import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Answer } from '@nexus/contracts/testing';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyHouse } from '../../bench/dev/copy-house.ts';
import { type RunningDev, startDev } from '../../bench/dev/running-dev.ts';
import { createMock } from '../../scripts/dev/mock/mock-schema.ts';
import { childEnvironment } from '../setup/child-environment.ts';

const SCHEMA = 'subgraphs/posts/schema.graphql';
const RESOLVERS = 'subgraphs/posts/src/post/post.resolvers.ts';

const resources = new AsyncDisposableStack();
let house: string;
let env: Record<string, string>;
let dev: RunningDev;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-dev-test-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const database = await createTestDatabase();
  resources.defer(() => database.drop());
  house = join(folder, 'house');
  await copyHouse(house);
  const data = { DATABASE_URL: database.adminUrl, NEXUS_SECRET: TEST_SECRET, DEMO_DATA: 'on' };
  env = { ...childEnvironment(), ...data, DATA_DIR: join(folder, 'data') };
  dev = await startDev({ house, args: ['posts', '--port', '0'], env });
  resources.use(dev);
});

afterAll(() => resources.disposeAsync());

test('posts answers from its source, the others make their answers up, about the same people and posts', async () => {
  const [person] = await viewers(dev.gateway);
  const query = `{ viewer { user { handle }
    homeFeed(first: 2) { edges { node { id author { handle followerCount } reactionCount } } } } }`;

  const first = await ask(dev.gateway, query, person?.headers);
  const second = await ask(dev.gateway, query, person?.headers);

  expect(first.errors).toBeUndefined();
  expect(first.data?.viewer.user.handle).toBe('rafael_fernandez');
  expect(first.data?.viewer.homeFeed.edges[0].node).toEqual({
    id: expect.stringMatching(/^post_/),
    author: { handle: expect.any(String), followerCount: expect.any(Number) },
    reactionCount: expect.any(Number),
  });
  expect(second).toEqual(first);
});

test('the subgraph alone is asked as whom one chooses, by its own page', async () => {
  const query = '{ viewer { id } }';
  const everybody = await viewers(dev.subgraph);
  const asNobody = everybody.find(({ name }) => name === 'nobody')?.headers;

  expect(await (await fetch(`${dev.subgraph}/`)).text()).toContain('graphiql.js');
  expect((await ask(dev.subgraph, query)).data?.viewer.id).toMatch(/^viewer_/);
  expect((await ask(dev.subgraph, query, asNobody)).data).toEqual({ viewer: null });
  expect(await ask(dev.subgraph, query, { 'x-development-viewer': 'stranger' })).toMatchObject({
    errors: [{ message: expect.stringContaining('nobody here is called "stranger"') }],
  });
});

test('a page of another site, whose browser sends plain text unasked, is answered as nobody', async () => {
  const body = '{"query":"{ viewer { id } }"}';
  const answer = await fetch(`${dev.subgraph}/graphql`, {
    method: 'POST',
    body,
    headers: { origin: 'https://evil.test' },
  });

  expect(await answer.text()).not.toContain('viewer_');
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test('a field of the schema and then its resolver are served as soon as they are saved', async () => {
  await edit(SCHEMA, (text) => text.replace('type Query {\n', 'type Query {\n  "Of a test."\n  answer: Int\n'));
  await served('{ answer }', { data: { answer: null } });
  expect(await problems()).toMatchObject([{ level: 'hint', code: 'NO_RULE', places: [{ text: '  answer: Int' }] }]);

  await edit(RESOLVERS, (text) => text.replace('Query: {\n', 'Query: {\n    answer: () => 42,\n'));
  await served('{ answer }', { data: { answer: 42 } });
});

test('a schema that does not compose is shown with its line, what was good goes on, and mending ends it', async () => {
  const good = await edit(SCHEMA, (text) => text.replace('  text: String!\n', '  text: Strin!\n'));
  await expect
    .poll(problems)
    .toMatchObject([
      { level: 'error', places: [{ file: SCHEMA, column: 9, text: '  text: Strin!' }] },
      { code: 'NO_RULE' },
    ]);
  const [{ line }] = (await problems())[0].places;

  expect(dev.output()).toContain(`${SCHEMA}:${line}:9 [posts]\n  ${line} |   text: Strin!\n`);
  expect(dev.output()).toMatch(/\n +\| {9}\^\n {2}error INVALID_GRAPHQL: /);
  await edit(RESOLVERS, (text) => text.replace('() => 42', '() => 43'));
  await served('{ answer }', { data: { answer: 43 } });

  await writeFile(join(house, SCHEMA), good);
  await expect.poll(problems).toMatchObject([{ code: 'NO_RULE' }]);
});

test('source that does not start is shown with its line, and the version before goes on', async () => {
  const good = await edit(RESOLVERS, (text) => `${text}\nexport const broken = 1 +* 2;\n`);
  await expect
    .poll(async () => (await problems())[0])
    .toMatchObject({ code: 'NOT_STARTED', places: [{ file: RESOLVERS, text: 'export const broken = 1 +* 2;' }] });
  await served('{ answer }', { data: { answer: 43 } });

  await writeFile(join(house, RESOLVERS), good.replace('() => 43', '() => 44'));
  await served('{ answer }', { data: { answer: 44 } });
});

test('a subgraph that ends itself says so, and comes back with the next save', async () => {
  const good = await edit(RESOLVERS, (text) => `process.exit(3);\n${text}`);
  await expect
    .poll(() => dev.output())
    .toContain('posts has ended itself (3). It starts again when something of it is');

  await writeFile(join(house, RESOLVERS), good.replace('() => 44', '() => 45'));
  await served('{ answer }', { data: { answer: 45 } });
});

test('the others may answer elsewhere, by a pattern of their addresses', async () => {
  await using elsewhere = await startElsewhere();
  await using other = await startDev({
    house,
    args: ['posts', '--others', `${elsewhere.url}/{n}-{name}/graphql`, '--port', '0'],
    env,
  });

  expect(await ask(other.gateway, '{ user(handle: "ada") { handle } }')).toEqual({
    data: { user: { handle: 'ada of /01-users/graphql' } },
  });
});

test.each([
  ['an unknown subgraph', ['pots'], {}, /^There is no subgraph "pots"\. There are: users, posts, interactions.*\.\n$/],
  ['others that are nothing', ['posts', '--others', 'mocks'], {}, /^--others must be mock, real or a URL/],
  ['production', ['posts'], { NODE_ENV: 'production' }, /^npm run dev answers anybody as anybody: .*production\.\n$/],
])('%s is refused in one sentence', async (...[, args, more, sentence]) => {
  await expect(startDev({ house, args, env: { ...env, ...more } })).rejects.toThrow(sentence);
});

test('a port in use is one sentence, and Ctrl-C leaves nothing behind', async () => {
  const taken = Number(new URL(dev.gateway).port);
  const refused = startDev({ house, args: ['posts', '--port', `${taken}`], env });
  await expect(refused).rejects.toThrow(
    `Port ${taken} (gateway) is taken. Stop what uses it, or choose others with --port N.\n`,
  );

  expect(await dev.end()).toBe(0);
  await expect.poll(() => processesOf(house)).toEqual([]);
  expect((await readdir(tmpdir())).filter((name) => /^nexus-dev-\w{6}$/.test(name))).toEqual([]);
});

async function ask(origin: string, query: string, headers: object = {}): Promise<Answer> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
}

const served = (query: string, answer: Pick<Answer, 'data'>) =>
  expect.poll(() => ask(dev.gateway, query), { timeout: 10_000, interval: 25 }).toEqual(answer);

async function viewers(origin: string): Promise<{ name: string; headers: object }[]> {
  const settings = (await (await fetch(`${origin}/playground/settings.json`)).json()) as Answer['data'];
  return settings.viewers;
}

async function problems() {
  const state = (await (await fetch(`${dev.gateway}/playground/state.json`)).json()) as Answer['data'];
  return state.problems;
}

/** Changes a file of the copy; returns what it was. */
async function edit(file: string, change: (text: string) => string): Promise<string> {
  const before = await readFile(join(house, file), 'utf8');
  await writeFile(join(house, file), change(before));
  return before;
}

/** A subgraph that says under which address it was asked. */
async function startElsewhere() {
  const sdl = await readFile(join(house, 'subgraphs/users/schema.graphql'), 'utf8');
  const server = createServer(async (request, response) => {
    // It has no other routes of services.
    if (!request.url?.endsWith('/graphql')) return void response.writeHead(404).end();
    const mock = createMock(sdl, { answers: { 'User.handle': () => `ada of ${request.url}` } });
    const answer = await mock.answer(JSON.parse(await text(request)));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
}

/** Processes whose command line names a folder. */
async function processesOf(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return commands.filter((command) => command.includes(folder));
}
