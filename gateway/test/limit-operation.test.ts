import { expect, test } from 'vitest';
import { codes, startTestGateway } from './toy-graph.ts';

const GRAPHQL = { accept: 'application/graphql-response+json' };
const asked = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const fields = (count: number, field: string) => Array.from({ length: count }, (_, n) => `f${n}: ${field}`).join(' ');

const HUNDRED_IN_HUNDRED = '{ shelves(first: 100) { books(first: 100) { id } } }';
const MORE = '{ shelves(first: 100) { books(first: 100) { id } more: books(first: 1) { id } } }';
const PAGES = 'query ($first: Int) { library { shelves(first: $first) { shelves(first: $first) { books { id } } } } }';

test.each<[what: string, query: string, variables?: object]>([
  ['a hundred with a hundred each', `{ library ${HUNDRED_IN_HUNDRED} }`],
  ['pages by a variable', PAGES, { first: 20 }],
  ['pages by a default of the operation', PAGES.replace('$first: Int', '$first: Int = 20')],
  ['pages of unsaid length', '{ library { shelves { shelves { books { id } } } } }'],
  [
    'one list asked for by many fragments',
    `{ library { ...A ...B ...A } }
    fragment A on Shelf ${HUNDRED_IN_HUNDRED} fragment B on Shelf ${HUNDRED_IN_HUNDRED}`,
  ],
  [
    'what is skipped',
    `query ($no: Boolean! = false) { library { a: shelves(first: 100) @include(if: $no) ${MORE}
    ... @skip(if: true) ${MORE} } }`,
  ],
  [
    'a page that its subgraph will refuse',
    '{ library { shelves(first: -1) { shelves(first: 2000000000) { books { id } } } } }',
  ],
  ['a wide screen without lists', `{ ${fields(200, 'library { __typename }')} }`],
])('%s is answered', async (_, query, variables) => {
  await using gateway = await startTestGateway();

  const { body } = await gateway.post(asked(query, variables));

  expect(body.errors).toBeUndefined();
});

test.each<[what: string, query: string, variables?: object]>([
  ['one list more', `{ library ${MORE} }`],
  ['the same under other names', `{ a: library ${HUNDRED_IN_HUNDRED} b: library ${HUNDRED_IN_HUNDRED} }`],
  ['pages by a variable', PAGES, { first: 23 }],
  ['pages by a default of the operation', PAGES.replace('$first: Int', '$first: Int = 23')],
  ['pages of unsaid length', '{ library { shelves { shelves { shelves { books { id } } } } } }'],
  [
    'pages in fragments',
    `{ library { ...A ... on Shelf { b: shelves { id: __typename } } } } fragment A on Shelf ${MORE}`,
  ],
])('%s is refused before anything is asked of a subgraph', async (_, query, variables) => {
  await using gateway = await startTestGateway();

  const legacy = await gateway.post(asked(query, variables));
  const { status, body } = await gateway.post(asked(query, variables), GRAPHQL);

  expect([legacy.status, status, ...codes(legacy)]).toEqual([200, 400, 'OPERATION_TOO_LARGE']);
  expect(body).not.toHaveProperty('data');
  expect(body.errors?.[0]?.message).toBe(
    'This operation asks for more than 10100 items, each page taken as full. Ask for shorter pages.',
  );
  expect(gateway.books.calls).toEqual([]);
});

test.each(['next', 'next { value } a: next'])('fragments that multiply each other (%s) take no time', async (field) => {
  await using gateway = await startTestGateway();
  const spreads = (n: number) => `${field} { ...F${n} } b: next { ...F${n} } c: next { ...F${n} } d: next { ...F${n} }`;
  const chain = Array.from({ length: 12 }, (_, n) => `fragment F${n} on Node { ${spreads(n + 1)} }`);
  const query = `{ node { ...F0 } } ${chain.join(' ')} fragment F12 on Node { value }`;
  const startedAt = performance.now();

  const answer = await gateway.ask(query, GRAPHQL);

  expect([answer.status, ...codes(answer)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  expect(answer.body.errors?.[0]?.message).toMatch(/too many selections/);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('a mutation has at most ten fields, a query may have more', async () => {
  await using gateway = await startTestGateway();

  const ten = await gateway.ask(`mutation { ${fields(10, 'burn')} }`);
  const eleven = await gateway.ask(`mutation { ...M f10: burn } fragment M on Mutation { ${fields(10, 'burn')} }`);
  const query = await gateway.ask(`{ ${fields(11, 'reviewCount')} }`);

  expect([...codes(ten), ...codes(query)]).toEqual([]);
  expect(codes(eleven)).toEqual(['OPERATION_TOO_LARGE']);
  expect(eleven.body.errors?.[0]?.message).toBe('A mutation has at most 10 fields, this one has 11. Send several.');
});

test('what guesses a secret is asked once in an operation, under whatever name', async () => {
  await using gateway = await startTestGateway({ oncePerOperation: ['burn'] });

  const once = await gateway.ask(
    'mutation { burn ...M print { id } again: print { id } } fragment M on Mutation { burn }',
  );
  const twice = await gateway.ask('mutation { burn ...M } fragment M on Mutation { again: burn }');

  expect(codes(once)).toEqual([]);
  expect(codes(twice)).toEqual(['OPERATION_TOO_LARGE']);
  expect(twice.body.errors?.[0]?.message).toBe('An operation has burn at most once.');
});
