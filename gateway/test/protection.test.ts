import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../src/protection/limits.ts';
import { codes, startTestGateway } from './test-gateway.ts';

const { depth: MAX_DEPTH, tokens: MAX_TOKENS } = DEFAULT_LIMITS;
const nested = (depth: number) => `{ node ${'{ next '.repeat(depth - 2)}{ value }${' }'.repeat(depth - 2)} }`;
const GRAPHQL = { accept: 'application/graphql-response+json' };

const asked = (query: string, more: object = {}) => JSON.stringify({ query, ...more });
const unknownHash = { persistedQuery: { version: 1, sha256Hash: 'abc' } };

test.each([
  { what: 'malformed JSON', body: '{"query": "{ books', status: 400, code: 'BAD_REQUEST' },
  { what: 'an empty body', body: '', status: 400, code: 'BAD_REQUEST' },
  { what: 'a body of null', body: 'null', status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a poisoned prototype',
    body: '{"query":"{ reviewCount }","__proto__":{"polluted":1}}',
    status: 400,
    code: 'BAD_REQUEST',
  },
  { what: 'a batch', body: `[${asked('{ reviewCount }')}]`, status: 400, code: 'BAD_REQUEST' },
  { what: 'a 10 MB body', body: asked(`{ books } #${'x'.repeat(10_000_000)}`), status: 413, code: 'PAYLOAD_TOO_LARGE' },
  { what: 'an unknown field', body: asked('{ secrets }'), status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  { what: 'a syntax error', body: asked('{ books'), status: 400, code: 'GRAPHQL_PARSE_FAILED' },
  {
    what: 'too many tokens',
    body: asked(`{ ${'books '.repeat(MAX_TOKENS)} }`),
    status: 400,
    code: 'GRAPHQL_PARSE_FAILED',
  },
  { what: 'a deep query', body: asked(nested(MAX_DEPTH + 1)), status: 400, code: 'OPERATION_TOO_LARGE' },
  {
    what: 'a wrong variable',
    body: asked('query ($id: ID!) { book(id: $id) { id } }', { variables: { id: {} } }),
    status: 400,
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'a missing operation',
    body: asked('query A { reviewCount }', { operationName: 'B' }),
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  {
    what: 'an unnamed choice',
    body: asked('query A { reviewCount } query B { reviewCount }'),
    status: 400,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  { what: 'a subscription', body: asked('subscription { bookAdded { id } }'), status: 400, code: 'BAD_REQUEST' },
  {
    what: 'a wrong hash',
    body: asked('{ reviewCount }', { extensions: unknownHash }),
    status: 400,
    code: 'BAD_REQUEST',
  },
])('$what is refused with a code', async ({ body, status, code }) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.post(body, GRAPHQL);

  expect([answer.status, ...codes(answer)]).toEqual([status, code]);
  expect(answer.body.errors?.[0]?.message).not.toBe('Internal error');
  expect(answer.body.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  expect(answer.text).not.toMatch(/node_modules|\.ts:|stack/);
  expect({}).not.toHaveProperty('polluted');
});

test('a literal that only its subgraph can read is bad input, not a bug', async () => {
  await using gateway = await startTestGateway();

  const answer = await gateway.ask('{ shelf(since: [1]) { id } }');

  expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  expect(answer.body.errors?.[0]?.message).toBe('A year is a number.');
});

test('a query of the deepest allowed kind is answered', async () => {
  await using gateway = await startTestGateway();

  const { body } = await gateway.ask(nested(MAX_DEPTH));

  expect(body.errors).toBeUndefined();
});

test('depth counts through fragments, and a circle of fragments is refused', async () => {
  await using gateway = await startTestGateway();
  const hidden = `query { node { ...Deep } } fragment Deep on Node ${nested(MAX_DEPTH + 1).replace('node', 'next')}`;
  const circular = 'query { node { ...A } } fragment A on Node { next { ...B } } fragment B on Node { next { ...A } }';

  const deep = await gateway.ask(hidden, GRAPHQL);
  const circle = await gateway.ask(circular, GRAPHQL);

  expect(deep.body.errors?.[0]?.message).toBe('This operation has 17 levels; at most 15 are allowed.');
  expect(circle.body.errors?.[0]?.message).toMatch(/Cannot spread fragment/);
});

test('introspection answers in development and is refused in production', async () => {
  await using development = await startTestGateway({ environment: 'development' });
  await using production = await startTestGateway();

  const open = await development.ask(getIntrospectionQuery());
  const closed = await production.ask(getIntrospectionQuery(), GRAPHQL);

  expect(open.body.errors).toBeUndefined();
  expect(closed.status).toBe(400);
  expect(closed.body.data).toBeUndefined();
});

test('production does not suggest names of the schema', async () => {
  await using gateway = await startTestGateway();

  const answer = await gateway.ask('{ bookz { id } }');

  expect(answer.text).not.toMatch(/Did you mean/);
});

const preflighted = { 'apollo-require-preflight': '1' };

test.each([
  { what: 'a form', init: { method: 'POST', body: 'query={books{id}}' }, status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
  { what: 'a link', init: { method: 'GET' }, status: 400, code: 'BAD_REQUEST' },
  { what: 'a mutation by GET', init: { method: 'GET', headers: preflighted }, status: 405, code: 'BAD_REQUEST' },
  { what: 'another method', init: { method: 'DELETE', headers: preflighted }, status: 405, code: 'BAD_REQUEST' },
])('$what changes nothing', async ({ init, status, code }) => {
  await using gateway = await startTestGateway();

  const answer = await gateway.get('/graphql?query=mutation{burn}', init);

  expect([answer.status, ...codes(answer)]).toEqual([status, code]);
  expect(gateway.books.calls).toEqual([]);
});

test('an unknown address is answered in the shape of GraphQL', async () => {
  await using gateway = await startTestGateway();

  const missing = await gateway.get('/admin.php');
  const broken = await gateway.get('/%E0%A4%A');

  expect([missing.status, ...codes(missing)]).toEqual([404, 'NOT_FOUND']);
  expect([broken.status, ...codes(broken)]).toEqual([400, 'BAD_REQUEST']);
});

test('what is not HTTP is answered in the shape of GraphQL too', async () => {
  await using gateway = await startTestGateway();
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.end('this is not HTTP\r\n\r\n');

  const [head, body = ''] = (await text(socket)).split('\r\n\r\n');

  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: 'The request is not valid HTTP.', extensions: { code: 'BAD_REQUEST' } }],
  });
});
