import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../src/protection/limits.ts';
import { createScreen } from '../src/protection/screen-document.ts';
import { codes, startTestGateway } from './test-gateway.ts';

const GRAPHQL = { accept: 'application/graphql-response+json' };
const asked = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const fields = (count: number, field: string) => Array.from({ length: count }, (_, n) => `f${n}: ${field}`).join(' ');
const times = (count: number, text: string) => Array(count).fill(text).join(' ');

const PAGE_IN_PAGE = '{ shelves(first: 100) { books(first: 98) { id } } }';
const MORE = '{ shelves(first: 100) { books(first: 98) { id } more: books(first: 1) { id } } }';
const PAGES = 'query ($first: Int) { library { shelves(first: $first) { shelves(first: $first) { books { id } } } } }';

test.each<[what: string, query: string, variables?: object]>([
  ['a hundred with nearly a hundred each', `{ library ${PAGE_IN_PAGE} }`],
  ['pages by a variable', PAGES, { first: 20 }],
  ['pages by a default of the operation', PAGES.replace('$first: Int', '$first: Int = 20')],
  ['pages of unsaid length', '{ library { shelves { shelves { books { id } } } } }'],
  [
    'one list asked for by many fragments',
    `{ library { ...A ...B ...A } }
    fragment A on Shelf ${PAGE_IN_PAGE} fragment B on Shelf ${PAGE_IN_PAGE}`,
  ],
  [
    'what is skipped',
    `query ($no: Boolean! = false) { library { a: shelves(first: 100) @include(if: $no) ${MORE}
    ... @skip(if: true) ${MORE} } }`,
  ],
  [
    'a page that its subgraph will refuse',
    '{ library { shelves(first: -1) { shelves(first: 2000) { id: __typename } } } }',
  ],
  ['ten fields at the top, with other names', `{ ${fields(10, 'library { __typename }')} }`],
  [
    'ten times the same field',
    `{ ${times(10, '__typename')} ...Q } fragment Q on Query { ${times(10, '__typename')} }`,
  ],
])('%s is answered', async (_, query, variables) => {
  await using gateway = await startTestGateway();

  const { body } = await gateway.post(asked(query, variables));

  expect(body.errors).toBeUndefined();
});

const BY_DEFAULT = PAGES.replace('$first: Int', '$first: Int = 23');

test.each([
  { what: 'one list more', cost: 10_001, query: `{ library ${MORE} }` },
  { what: 'one list twice', cost: 19_802, query: `{ a: library ${PAGE_IN_PAGE} b: library ${PAGE_IN_PAGE} }` },
  { what: 'pages by a variable', cost: 11_133, query: PAGES, variables: { first: 23 } },
  { what: 'pages by a default of the operation', cost: 11_133, query: BY_DEFAULT },
  {
    what: 'pages of unsaid length',
    cost: 168_421,
    query: '{ library { shelves { shelves { shelves { books { id } } } } } }',
  },
  {
    what: 'pages in fragments',
    cost: 10_021,
    query: `{ library { ...A ... on Shelf { b: shelves { id: __typename } } } } fragment A on Shelf ${MORE}`,
  },
])('$what is refused before anything is asked of a subgraph', async ({ cost, query, variables }) => {
  await using gateway = await startTestGateway();

  const legacy = await gateway.post(asked(query, variables));
  const { status, body } = await gateway.post(asked(query, variables), GRAPHQL);

  expect([legacy.status, status, ...codes(legacy)]).toEqual([200, 400, 'OPERATION_TOO_LARGE']);
  expect(body).not.toHaveProperty('data');
  expect(body.errors?.[0]?.message).toBe(
    `This operation costs ${cost} points, each page taken as full; at most 10000 are allowed. Ask for shorter pages.`,
  );
  expect(gateway.books.calls).toEqual([]);
});

test.each([
  ['levels', 16, `{ ${times(15, 'a {')} a ${times(15, '}')} }`],
  ['fields at its top', 11, `mutation { ...M f10: burn } fragment M on Mutation { ${fields(10, 'burn')} }`],
  ['aliases', 16, `{ a { ...A } ...B } fragment A on A { ${fields(8, '__typename')} } fragment B on B { b { ...A } }`],
  ['directives', 51, `{ ${times(50, 'a @skip(if: $no)')} ... @include(if: $yes) { a } }`],
  ['directives at one place', 6, `{ __typename ${times(6, '@a')} }`],
  ['times the same field at one place', 31, `{ a { ...A } } fragment A on A { ${times(31, 'b')} }`],
  ['times the same field at one place', 31, `{ a { b ${times(15, '... { b ... { b } }')} } }`],
])('too many %s are counted once fragments are written out', (what, amount, text) => {
  const screen = createScreen({ limits: DEFAULT_LIMITS, oncePerOperation: [] });

  const refusal = screen.refusalOf(screen.admit(parse(text)));

  expect(refusal?.message).toBe(`This operation has ${amount} ${what}; at most ${amount - 1} are allowed.`);
});

const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`;

test.each([
  ['of an argument', 25, `{ shelf(since: ${nested(25)}) { id } }`],
  ['of an argument', 100, `{ shelf(since: ${nested(100)}) { id } }`],
  ['of objects', 100, `{ shelf(since: ${'{ in: '.repeat(99)}[1]${'}'.repeat(99)}) { id } }`],
  ['by default', 100, `query ($since: Year = ${nested(100)}) { shelf(since: $since) { id } }`],
])('a value %s with %i levels is refused before it is planned', async (_, levels, query) => {
  await using gateway = await startTestGateway();
  await gateway.ask('{ reviewCount }');
  const before = process.threadCpuUsage();

  const { status, body } = await gateway.ask(query, GRAPHQL);

  expect(process.threadCpuUsage(before).user).toBeLessThan(200_000);
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_TOO_LARGE']);
  expect(body.errors?.[0]?.message).toBe(
    `A value of this document has ${levels} levels; at most 10 are allowed. Use a variable.`,
  );
});

test('a value of ten levels is for its subgraph to judge', async () => {
  await using gateway = await startTestGateway();

  await gateway.ask(`{ shelf(since: ${nested(10)}) { id } }`);

  expect(gateway.books.calls).toHaveLength(1);
});

test('every limit can be set', async () => {
  await using gateway = await startTestGateway({ limits: { depth: 2, cost: 5, tokens: 20, bodyBytes: 2_048 } });

  const deep = await gateway.ask('{ node { next { value } } }');
  const dear = await gateway.ask('{ books { id } a: books { id } }');
  const long = await gateway.ask(`{ ${times(20, 'reviewCount')} }`);
  const large = await gateway.ask(`{ reviewCount } #${'x'.repeat(2_048)}`);

  expect(deep.body.errors?.[0]?.message).toBe('This operation has 3 levels; at most 2 are allowed.');
  expect(dear.body.errors?.[0]?.message).toMatch(/costs 10 points/);
  expect(codes(long)).toEqual(['GRAPHQL_PARSE_FAILED']);
  expect(large.body.errors?.[0]?.message).toBe('The request body is larger than 2 KiB.');
});

test('a batch is as long as it was configured', async () => {
  await using gateway = await startTestGateway({ limits: { batch: 2 } });
  const batch = (size: number) => JSON.stringify(Array(size).fill({ query: '{ reviewCount }' }));

  const two = await gateway.post(batch(2));
  const three = await gateway.post(batch(3));

  expect(two.body).toEqual([{ data: { reviewCount: 2 } }, { data: { reviewCount: 2 } }]);
  expect(three.body).toMatchObject([{ data: {} }, { data: {} }, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  expect(gateway.reviews.calls).toHaveLength(4);
});

test.each(['next', 'next { value } a: next'])('fragments that multiply each other (%s) take no time', async (field) => {
  await using gateway = await startTestGateway();
  const spreads = (n: number) => `${field} { ...F${n} } b: next { ...F${n} } c: next { ...F${n} } d: next { ...F${n} }`;
  const chain = Array.from({ length: 12 }, (_, n) => `fragment F${n} on Node { ${spreads(n + 1)} }`);
  const query = `{ node { ...F0 } } ${chain.join(' ')} fragment F12 on Node { value }`;
  const before = process.threadCpuUsage();

  const answer = await gateway.ask(query, GRAPHQL);

  expect([answer.status, ...codes(answer)]).toEqual([400, 'OPERATION_TOO_LARGE']);
  expect(answer.body.errors?.[0]?.message).toMatch(/^This operation has \d+ selections; at most 1500 are allowed.$/);
  expect(process.threadCpuUsage(before).user).toBeLessThan(2_000_000);
});

test('fragments that come to themselves are refused before validation goes around in them', async () => {
  await using gateway = await startTestGateway();
  const circle = Array.from(
    { length: 100 },
    (_, n) => `fragment F${n} on Node { next { ...F${(n + 1) % 100} ...F${(n + 7) % 100} } }`,
  );
  const query = `{ node { ...F0 ...F1 } } ${circle.join(' ')}`;

  const first = await gateway.ask(query, GRAPHQL);
  const again = await gateway.ask(query, GRAPHQL);

  expect([first.status, ...codes(first)]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  expect(first.body.errors?.[0]?.message).toBe('Cannot spread fragment "F0" within itself.');
  expect(codes(again)).toEqual(codes(first));
});

test('an operation is refused again and again, under whatever name it is asked', async () => {
  await using gateway = await startTestGateway();
  const query = `query Long { ${times(31, '__typename')} } query Short { reviewCount }`;
  const ask = (operationName: string) => gateway.post(JSON.stringify({ query, operationName }));

  const answers = [await ask('Long'), await ask('Short'), await ask('Missing')];

  expect(answers.flatMap(codes)).toEqual(Array(3).fill('OPERATION_TOO_LARGE'));
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
