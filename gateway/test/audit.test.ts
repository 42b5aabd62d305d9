import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { codes, startTestGateway } from './test-gateway.ts';

const GRAPHQL = { accept: 'application/graphql-response+json' };

test('the GraphQL-over-HTTP audit finds nothing in production: 61 of 61', async () => {
  await using gateway = await startTestGateway({ environment: 'production' });
  // A browser cannot send this header across sites without asking: it is how GET passes the CSRF check.
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } });

  const results = [];
  for (const audit of serverAudits({ url: `${gateway.url}/graphql`, fetchFn })) results.push(await audit.fn());

  expect(results.flatMap((one) => (one.status === 'ok' ? [] : [`${one.id} ${one.name}: ${one.reason}`]))).toEqual([]);
  expect(results).toHaveLength(61);
});

test.each([
  ['that exists', { name: 'Book' }],
  ['that does not', { name: 'Nothing' }],
  ['of GraphQL', { name: 'String' }],
])('in production there is no type to tell of: one %s', async (_, variables) => {
  await using gateway = await startTestGateway({ environment: 'production' });
  const query = 'query ($name: String!) { mine: __type(name: $name) { name fields { name } } __typename }';

  const answer = await gateway.post(JSON.stringify({ query, variables }));
  const unfit = await gateway.post(JSON.stringify({ query, variables: { name: 5 } }), GRAPHQL);

  expect(answer.body).toEqual({ data: { mine: null, __typename: 'Query' } });
  expect([unfit.status, ...codes(unfit)]).toEqual([400, 'BAD_USER_INPUT']);
});

test.each([
  ['the introspection query', getIntrospectionQuery()],
  ['a schema under another name', '{ s: __schema { queryType { name } } }'],
  ['a type beside data', '{ __type(name: "Book") { name } reviewCount }'],
  ['a type in a fragment', '{ ...T } fragment T on Query { __type(name: "Book") { name } }'],
  ['a type in an inline fragment', '{ ... { __type(name: "Book") { name } } }'],
  ['a type that may be left out', '{ __type(name: "Book") @include(if: true) { name } }'],
  ['a type beside a schema', '{ __type(name: "Book") { name } __schema { queryType { name } } }'],
  ['a type of a mutation', 'mutation { burn __typename ... { __typename } __schema { types { name } } }'],
])('in production, %s is refused', async (_, query) => {
  await using gateway = await startTestGateway({ environment: 'production' });

  const answer = await gateway.ask(query, GRAPHQL);

  expect([answer.status, ...new Set(codes(answer))]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  expect(answer.body).not.toHaveProperty('data');
  expect(answer.text).not.toMatch(/title|stars|Shelf/);
});

test.each<[what: string, query: string, variables?: object]>([
  ['an unknown field', '{ bok { id } }'],
  ['an unknown argument', '{ book(ib: "1") { id } }'],
  ['an unknown argument of a directive', '{ reviewCount @include(iff: true) }'],
  ['an unknown type', '{ ... on Bok { id } }'],
  ['an unknown type of a variable', 'query ($a: Yeer) { reviewCount }'],
  ['a missing selection', '{ library }'],
  ['an unknown value of a variable', 'query ($where: Place) { find(where: $where) }', { where: { shelv: 1 } }],
  ['an unknown value of an enum', 'query ($where: Place) { find(where: $where) }', { where: { room: 'CELAR' } }],
  ['an unknown literal', '{ find(where: { room: CELAR }) }'],
  ['an unknown input field', '{ find(where: { shelv: 1 }) }'],
])('production suggests no names: %s', async (_, query, variables = {}) => {
  await using gateway = await startTestGateway({ environment: 'production' });

  const answer = await gateway.post(JSON.stringify({ query, variables }), GRAPHQL);

  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]?.message).not.toBe('Internal error');
  expect(answer.text).not.toMatch(/Did you mean|CELLAR|shelf\b|"id"|"if"/);
});
