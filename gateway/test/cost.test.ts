import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { compileActualCost } from '../src/protection/cost/actual-cost.ts';
import { type CostDirectives, readCostDirectives } from '../src/protection/cost/cost-directives.ts';
import { amountOf } from '../src/protection/cost/estimate.ts';
import { compileRequestedCost } from '../src/protection/cost/requested-cost.ts';

const IMPORTED = '"@key", "@cost", "@listSize"';

const library = (imported: string) => `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imported}])
  type Query {
    book(id: ID): Book
    books: [Book!]
    bestsellers: [Book] @listSize(assumedSize: 30)
    pages(first: Int = 7, last: Int): [Book] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    strict(first: Int, last: Int): [Book] @listSize(slicingArguments: ["first", "last"])
    shelf(first: Int!): Shelf @listSize(slicingArguments: ["first"], sizedFields: ["books", "names"])
    connection(first: Int): BookConnection
    search(find: Find, words: [String!], limit: Int @cost(weight: 4)): [Item]
    item: Item
    dear: Int @cost(weight: 8)
    mood: Mood
  }
  type Mutation { addBook(find: Find): Book  rename: Int }
  type Book implements Named { id: ID! title: String author: Author publisher: Publisher names: [String] }
  type Author implements Named { id: ID! title: String books(first: Int = 3): [Book] }
  type Publisher @cost(weight: 5) { address: Address }
  type Address { zip: Int! }
  type Shelf { books: [Book] other: [Book] names: [String] }
  type BookConnection { edges: [Edge] pageInfo: Author tags(first: Int = 2): [Author] }
  type Edge { node: Book }
  interface Named { id: ID! title: String }
  union Item = Book | Author | Publisher
  enum Mood @cost(weight: 3) { GOOD }
  input Find { text: String @cost(weight: 2) inside: Find many: [Find] }`;

const LIBRARY = compose(library(IMPORTED));

type Case = [what: string, cost: number, operation: string, variables?: Record<string, unknown>];

test.each<Case>([
  ['objects cost 1, scalars nothing', 2, '{ book { title author { title } } }'],
  ['a mutation costs 10 more', 11, 'mutation { addBook { id } }'],
  ['a mutation without objects', 10, 'mutation { rename }'],
  ['introspection is free', 0, '{ __typename __schema { types { name } } }'],
  ['a list of unknown length', 10, '{ books { author { id } } }'],
  ['an assumed size', 60, '{ bestsellers { author { id } } }'],
  ['a slicing argument', 50, '{ pages(first: 50) { id } }'],
  ['the largest slicing argument', 60, '{ pages(first: 50, last: 60) { id } }'],
  ['the default of a slicing argument', 7, '{ pages { id } }'],
  ['a slicing argument by variable', 12, 'query ($n: Int) { pages(first: $n) { id } }', { n: 12 }],
  ['a variable with a default', 9, 'query ($n: Int = 9) { pages(first: $n) { id } }'],
  ['a variable called like a property', 9, 'query ($constructor: Int = 9) { pages(first: $constructor) { id } }'],
  ['a variable that is not sent leaves the default', 7, 'query ($n: Int) { pages(first: $n) { id } }'],
  ['a default beside a smaller argument', 7, '{ pages(last: 2) { id } }'],
  ['a variable that is no integer', 5, 'query ($n: Int) { pages(first: $n) { id } }', JSON.parse('{ "n": 1e999 }')],
  ['a variable of null', 5, 'query ($n: Int = 9) { pages(first: $n) { id } }', { n: null }],
  ['a negative page is no discount', 1, '{ pages(first: -50) { id } book { id } }'],
  ['one of several slicing arguments', 4, 'query ($n: Int) { strict(first: 4, last: $n) { id } }'],
  [
    'sized fields take the length, others do not',
    1 + 20 + 5,
    '{ shelf(first: 20) { books { id } other { id } names } }',
  ],
  [
    'sized fields in fragments',
    21,
    '{ shelf(first: 20) { ...S ... { names } } } fragment S on Shelf { mine: books { id } }',
  ],
  [
    'a connection without directives',
    1 + 40 + 1,
    '{ connection(first: 20) { edges { node { id } } pageInfo { id } } }',
  ],
  ['a connection of unsaid length', 41, '{ connection { edges { node { id } } } }'],
  ['a list of its own pages in a connection', 1 + 2, '{ connection(first: 20) { tags { id } } }'],
  ['the default page of a list', 1 + 1 + 3, '{ book { author { books { names } } } }'],
  ['the weight of a field', 8, '{ dear }'],
  ['the weight of a type', 1 + 5 + 1, '{ book { publisher { address { zip } } } }'],
  ['the weight of an enum', 3, '{ mood }'],
  ['the weight of an argument', 4 + 5, '{ search(limit: 3) { __typename } }'],
  [
    'input objects',
    3 + 1 + 2 * 2 + 5,
    '{ search(find: { text: "a", inside: { text: "b" }, many: [{}, {}] }) { __typename } }',
  ],
  [
    'input objects by variable',
    3 + 1 + 2 * 2 + 5,
    'query ($f: Find) { search(find: $f) { __typename } }',
    { f: { text: 'a', inside: { text: 'b' }, many: [{}, {}] } },
  ],
  ['aliases cost again', 2, '{ a: book { id } b: book { id } }'],
  ['the same field twice costs once', 2, '{ book { id } book { author { id } } ... { book { author { title } } } }'],
  ['what is skipped costs nothing', 1, 'query ($no: Boolean = false) { book { id author @include(if: $no) { id } } }'],
  [
    'merged fields count where one is included',
    2,
    'query ($a: Boolean!, $b: Boolean!) { book @include(if: $a) { author { id } } book @include(if: $b) { publisher { address { zip } } } }',
    { a: true, b: false },
  ],
  [
    'the dearest object of a union',
    1 + (1 + 5 + 1),
    `{ item { ... on Book { author { id } } ... on Publisher { address { zip } }
    ... on Book { publisher { address { zip } } } } }`,
  ],
  [
    'a fragment on an interface adds to those on its objects',
    1 + 3 + 10,
    `{ item { ... on Named { id ... on Author { a: books(first: 10) { id } } } ... on Book { author { id } }
    ... on Author { books { id } } } }`,
  ],
])('%s (%i)', (_, cost, ...[operation, variables = {}]) => {
  const { requested } = price(operation);

  expect(amountOf(requested, variables)).toBe(cost);
});

test.each([
  ['none', '{ strict { id } }'],
  ['two', '{ strict(first: 1, last: 2) { id } }'],
  ['one and a variable', 'query ($n: Int = 5) { strict(first: 1, last: $n) { id } }'],
])('of slicing arguments that exclude each other, %s is refused', (_, operation) => {
  const { requested } = price(operation);

  expect(() => amountOf(requested, {})).toThrow('strict takes exactly one of first, last.');
});

test.each([
  ['as they are', IMPORTED, 'cost', 'listSize'],
  ['renamed', '"@key", { name: "@cost", as: "@weigh" }, { name: "@listSize", as: "@sized" }', 'weigh', 'sized'],
  ['by the name of their specification', '"@key"', 'federation__cost', 'federation__listSize'],
])('the directives are known %s', (_, imported, ...[cost, listSize]) => {
  const named = library(imported).replaceAll('@cost', `@${cost}`).replaceAll('@listSize', `@${listSize}`);
  const supergraph = compose(named.replace(/import: \[.*\]\)/, `import: [${imported}])`));

  const { requested } = price('{ bestsellers { publisher { address { zip } } } dear }', supergraph);

  expect(amountOf(requested, {})).toBe(30 * (1 + 5 + 1) + 8);
});

test('the actual cost counts what is there', () => {
  const { actual } = price('{ books { author { id } } item { ... on Publisher { address { zip } } } dear a: dear }');
  const data = { books: [{ author: { id: '1' } }, { author: null }, null], item: {}, dear: 1, a: null };

  expect(actual(data, {})).toBe(2 + 1 + 1 + 8);
  expect(actual(null, {})).toBe(0);
});

test('many fragments on many types are priced in no time', () => {
  const types = Array.from({ length: 60 }, (_, n) => `type T${n} implements N { next: N }`);
  const supergraph = compose(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
    type Query { n: N } interface N { next: N } ${types.join(' ')}`);
  const chain = (n: number): string => (n === 0 ? '__typename' : `next { ${chain(n - 1)} }`);
  const level = (n: number): string =>
    n === 0
      ? '__typename'
      : `next { ${level(n - 1)} } ${types.map((_, t) => `... on T${t} { ${chain(2)} }`).join(' ')}`;
  const before = process.threadCpuUsage();

  const { requested } = price(`{ n { ${level(8)} } }`, supergraph);

  expect(amountOf(requested, {})).toBe(1 + 8 * 3);
  expect(process.threadCpuUsage(before).user).toBeLessThan(500_000);
});

type PricedGraph = { schema: GraphQLSchema; directives: CostDirectives };

function compose(sdl: string): PricedGraph {
  const { supergraphSdl, errors } = composeServices([{ name: 'library', typeDefs: parse(sdl) }]);
  if (supergraphSdl === undefined) throw new Error(`The library does not compose: ${errors}`);
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return { schema, directives: readCostDirectives(buildSchema(supergraphSdl, { assumeValid: true })) };
}

function price(text: string, { schema, directives }: PricedGraph = LIBRARY) {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('There is no operation.');
  expect(validate(schema, document)).toEqual([]);
  const rules = { schema, directives, assumed: { pageSize: 20, listSize: 5 } };
  return {
    requested: compileRequestedCost({ document, operation }, rules),
    actual: compileActualCost({ document, operation }, rules),
  };
}
