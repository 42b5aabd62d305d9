import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { type Person, signUp } from '../setup/people.ts';
import { unzip } from '../setup/unzip.ts';

const graph = await startTestGraph();
const sql = postgres(graph.adminUrl, { max: 1, onnotice: () => undefined });
afterAll(async () => {
  await sql.end();
  await graph[Symbol.asyncDispose]();
});

const REQUEST = `mutation { requestDataExport {
  viewer { dataExports { state } } userErrors { code ... on RateLimitError { retryAfterSeconds } } } }`;
const EXPORTS = '{ viewer { dataExports { id state size requestedAt expiresAt downloadPath } } }';

const ask = async (query: string, variables: object, person: Person) => {
  const { data, errors } = await graph.ask(query, variables, person.token);
  expect(errors).toBeUndefined();
  return data;
};
const request = async (person: Person) => (await ask(REQUEST, {}, person)).requestDataExport;
const latest = async (person: Person) => (await ask(EXPORTS, {}, person)).viewer.dataExports[0];
const download = (path: string, token?: string) =>
  fetch(`${graph.url}${path}`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

/** Asks for a copy and waits until it is ready. */
async function ready(person: Person) {
  expect((await request(person)).userErrors).toEqual([]);
  await expect.poll(async () => (await latest(person)).state, { timeout: 20_000 }).toBe('READY');
  return await latest(person);
}

test('a person gets a copy of all that the three subgraphs have of them, and can tell that nothing is missing', async () => {
  const [maria, friend] = [await signUp(graph, 'maria'), await signUp(graph, 'friend')];
  await ask('mutation ($id: ID!) { followUser(input: { userId: $id }) { user { id } } }', { id: friend.id }, maria);
  const CREATE = 'mutation ($text: String!) { createPost(input: { content: { text: $text } }) { post { id } } }';
  for (let n = 0; n < 3; n += 1) await ask(CREATE, { text: `Post ${n} — «ünïcode»\nline` }, maria);
  const post = (await ask(CREATE, { text: 'Not mine' }, friend)).createPost.post.id;
  await ask(
    'mutation ($id: ID!) { addComment(input: { postId: $id, text: "Mine" }) { post { id } } }',
    { id: post },
    maria,
  );
  await ask(
    'mutation ($id: ID!) { setReaction(input: { targetId: $id, kind: LOVE }) { userErrors { code } } }',
    { id: post },
    maria,
  );

  const { downloadPath, size, expiresAt } = await ready(maria);
  const response = await download(downloadPath, maria.token);

  expect(response.headers.get('content-type')).toBe('application/zip');
  const archive = Buffer.from(await response.arrayBuffer());
  expect(archive.length).toBe(size);
  const files = unzip(archive);
  const rowsOf = (name: string) => linesOf(files, name).map((line) => JSON.parse(line));
  expect(rowsOf('account')).toMatchObject([{ id: maria.id, handle: 'maria', email: 'maria@example.org' }]);
  expect(rowsOf('posts').map(({ text }) => text)).toEqual([0, 1, 2].map((n) => `Post ${n} — «ünïcode»\nline`));
  expect(rowsOf('comments')).toMatchObject([{ text: 'Mine', postId: post }]);
  expect(rowsOf('reactions')).toMatchObject([{ kind: 'LOVE', targetId: post }]);
  expect(rowsOf('following')).toMatchObject([{ userId: friend.id }]);
  expect(archive.includes('argon2')).toBe(false);

  const { person, parts } = JSON.parse(files.get('manifest.json') ?? '');
  expect(person).toBe(maria.id);
  expect(parts).toHaveLength(files.size - 1);
  for (const { name, rows, sha256 } of parts) {
    expect({ name, rows }).toEqual({ name, rows: linesOf(files, name.replace('.ndjson', '')).length });
    expect(sha256).toBe(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    );
  }
  const days = (new Date(expiresAt).getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(7);
});

test('a copy says to whom a post was, and all its times in one way', async () => {
  const person = await signUp(graph, 'exact');
  const list = 'mutation { upsertList(input: { name: "Friends" }) { list { id } } }';
  const listId = (await ask(list, {}, person)).upsertList.list.id;
  const poll = { options: ['yes', 'no'], durationSeconds: 300 };
  const content = { text: 'First', visibility: 'LIST', listId, poll };
  const CREATE = 'mutation ($content: PostContentInput!) { createPost(input: { content: $content }) { post { id } } }';
  const postId = (await ask(CREATE, { content }, person)).createPost.post.id;
  const edit = { postId, expectedRevision: 1, text: 'Second' };
  await ask('mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }', { input: edit }, person);

  const { downloadPath } = await ready(person);
  const archive = await (await download(downloadPath, person.token)).arrayBuffer();

  const [post] = linesOf(unzip(Buffer.from(archive)), 'posts').map((line) => JSON.parse(line));
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/);
  expect(post).toMatchObject({ visibility: 'LIST', listId, createdAt: time, editedAt: time });
  expect(post.poll).toMatchObject({ endsAt: time });
  expect(post.revisions).toMatchObject([{ text: 'First', createdAt: time }]);
});

test('to anybody but its owner, and after a week, a copy is as if it were not there', async () => {
  const [owner, other] = [await signUp(graph, 'keeper'), await signUp(graph, 'other')];
  const { downloadPath } = await ready(owner);
  const nothing = await (await download('/exports/export_01h455vb4pex5vsknk084sn02q', owner.token)).json();

  for (const token of [undefined, other.token]) {
    const response = await download(downloadPath, token);
    expect(response.status).toBe(404);
    expect(withoutId(await response.json())).toEqual(withoutId(nothing));
  }
  expect((await download(downloadPath, 'nonsense')).status).toBe(401);
  await sql`update users.data_export set expires_at = now() - interval '1 second'`;

  expect((await download(downloadPath, owner.token)).status).toBe(404);
});

test('one copy at a time and at most one a day', async () => {
  const person = await signUp(graph, 'eager');
  const answers = await Promise.all([request(person), request(person), request(person)]);

  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  await expect.poll(async () => (await latest(person)).state, { timeout: 20_000 }).toBe('READY');
  expect((await request(person)).userErrors).toEqual([{ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) }]);

  await sql`update users.data_export set requested_at = requested_at - interval '1 day'`;
  expect((await request(person)).userErrors).toEqual([]);
});

test('a copy that somebody died over is made anew, whole', async () => {
  const person = await signUp(graph, 'patient');
  const [user] = await sql`select id from users."user" where handle = 'patient'`;
  // As a killed process leaves it: its lease is over, and half of the bytes are there.
  await sql`
    with left_over as (
      insert into users.data_export (id, user_id, state, leased_until, attempts)
      values (uuidv7(), ${user?.id}, 'RUNNING', now() - interval '1 second', 1) returning id
    )
    insert into users.export_chunk (export_id, attempt, position, bytes) select id, 1, 0, 'half' from left_over`;

  await expect.poll(async () => (await latest(person)).state, { timeout: 20_000 }).toBe('READY');

  const archive = await (await download((await latest(person)).downloadPath, person.token)).arrayBuffer();
  expect(unzip(Buffer.from(archive)).has('manifest.json')).toBe(true);
});

const linesOf = (files: Map<string, string>, name: string): string[] =>
  (files.get(`${name}.ndjson`) ?? 'missing').split('\n').filter(Boolean);

/** What a refusal says, but for the id of its request. */
const withoutId = (answer: unknown) => JSON.stringify(answer).replace(/"requestId":"[^"]*"/, '');
