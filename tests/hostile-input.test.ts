import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from './setup/graph.ts';
import { signUp } from './setup/people.ts';

const graph = await startTestGraph();
afterAll(() => graph[Symbol.asyncDispose]());
const { token } = await signUp(graph, 'somebody');

type Sent = { body: string; headers?: Record<string, string> };

async function send({ body, headers = {} }: Sent): Promise<{ status: number; text: string }> {
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

const query = (text: string, variables: object = {}) => ({ body: JSON.stringify({ query: text, variables }) });
const deep = (levels: number) =>
  `{ viewer { user { ${'followers { edges { node { '.repeat(levels)} id ${'} } }'.repeat(levels)} } } }`;

const CASES: Record<string, [Sent, code: string]> = {
  'an id that is none': [query('{ post(id: "nonsense") { id } }'), 'BAD_USER_INPUT'],
  'an id of another kind': [query('{ post(id: "user_01h455vb4pex5vsknk084sn02q") { id } }'), 'BAD_USER_INPUT'],
  'an id with SQL in it': [
    query(`{ comment(id: "comment_'; drop table users.account; --") { id } }`),
    'BAD_USER_INPUT',
  ],
  'an id with a NUL': [query('query ($id: ID!) { user(id: $id) { id } }', { id: 'user_\u0000' }), 'BAD_USER_INPUT'],
  'a cursor that is none': [query('{ viewer { homeFeed(after: "nonsense") { edges { cursor } } } }'), 'BAD_USER_INPUT'],
  'a cursor with SQL in it': [
    query('query ($after: String) { viewer { homeFeed(after: $after) { edges { cursor } } } }', {
      after: Buffer.from("1|0|'; drop table posts.post; --").toString('base64url'),
    }),
    'BAD_USER_INPUT',
  ],
  'a page too large': [query('{ viewer { homeFeed(first: 101) { edges { cursor } } } }'), 'BAD_USER_INPUT'],
  'a page of none': [query('{ viewer { homeFeed(first: 0) { edges { cursor } } } }'), 'BAD_USER_INPUT'],
  'a page of a billion, as a variable': [
    query('query ($first: Int) { viewer { homeFeed(first: $first) { edges { cursor } } } }', { first: 1_000_000_000 }),
    'OPERATION_TOO_LARGE',
  ],
  'a number too large': [
    query('{ viewer { homeFeed(first: 99999999999) { edges { cursor } } } }'),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  'a field that is not there': [query('{ passwords }'), 'GRAPHQL_VALIDATION_FAILED'],
  'a query cut off': [query('{ viewer {'), 'GRAPHQL_PARSE_FAILED'],
  'a query without an end': [query(deep(20)), 'OPERATION_TOO_LARGE'],
  'pages of pages of pages': [
    query(
      '{ viewer { homeFeed { edges { node { comments { edges { node { replies { edges { node { id replies { totalCount } } } } } } } } } } } }',
    ),
    'OPERATION_TOO_LARGE',
  ],
  'guesses by the dozen': [
    query(
      `mutation { ${['a', 'b'].map((name) => `${name}: signIn(input: { password: { emailOrHandle: "x", password: "${name}" } }) { accessToken }`).join(' ')} }`,
    ),
    'OPERATION_TOO_LARGE',
  ],
  'JSON cut off': [{ body: '{"query": "{ viewer' }, 'BAD_REQUEST'],
  'no JSON at all': [{ body: 'hello' }, 'BAD_REQUEST'],
  'ten megabytes': [query(`{ viewer { id } } # ${'x'.repeat(10_000_000)}`), 'PAYLOAD_TOO_LARGE'],
  'a variable of the wrong type': [
    query('query ($id: ID!) { user(id: $id) { id } }', { id: { nested: true } }),
    'BAD_USER_INPUT',
  ],
  'a token that is none': [
    { ...query('{ viewer { id } }'), headers: { authorization: 'Bearer nonsense' } },
    'UNAUTHENTICATED',
  ],
  'a form instead of JSON': [
    { body: 'query={viewer{id}}', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    'UNSUPPORTED_MEDIA_TYPE',
  ],
};

test.each(Object.entries(CASES))(
  '%s is refused with a code and a sentence, and says nothing of the inside',
  async (_, [sent, code]) => {
    const { status, text } = await send(sent);

    expect(status).toBeLessThan(500);
    const { errors } = JSON.parse(text);
    expect(errors[0].extensions.code).toBe(code);
    expect(errors[0].message.length).toBeGreaterThan(5);
    expect(text).not.toMatch(/stacktrace|at .*\.ts:\d|node_modules|select .* from|127\.0\.0\.1/i);
  },
);

test('names and texts with everything odd in them come back as they were', async () => {
  const odd = `'; drop table posts.post; -- "\\ \u202e 👩‍👩‍👧 <script>alert(1)</script> \ud83d\ude00`;
  const publish =
    'mutation ($text: String!) { createPost(input: { content: { text: $text } }) { post { text } userErrors { message } } }';

  const answer = await graph.ask(publish, { text: odd }, token);

  expect(answer.data.createPost).toEqual({ post: { text: odd }, userErrors: [] });
});

test('half a character and a NUL, which Postgres cannot keep, do not get as far as Postgres', async () => {
  const publish =
    'mutation ($text: String!) { createPost(input: { content: { text: $text } }) { post { text } userErrors { code } } }';

  const answer = await graph.ask(publish, { text: 'a\u0000b\ud83d' }, token);

  expect(answer.data.createPost).toEqual({ post: { text: 'ab\ufffd' }, userErrors: [] });
});
