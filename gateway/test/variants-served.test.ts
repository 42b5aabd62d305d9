import { afterAll, beforeEach, expect, test } from 'vitest';
import { composeVariant, type Variant } from '../src/composition/variants.ts';
import { type SmallSubgraphs, startSmallGraph, supergraphOf } from './executor/small-graph.ts';

const THINGS: SmallSubgraphs = {
  stock: {
    sdl: `
      type Query { item: Item things: [Thing] secrets: [Secret] @tag(name: "x") any: [Any] }
      interface Thing { id: ID! }
      type Item implements Thing @key(fields: "sku") { id: ID! sku: String! @tag(name: "x") weight: Int @tag(name: "x") state: State }
      type Secret implements Thing @tag(name: "x") { id: ID! }
      union Any = Item | Secret
      enum State { NEW HIDDEN @tag(name: "x") }`,
    resolvers: {
      Query: {
        item: () => ({ id: '1', sku: 's', weight: 3, state: 'NEW' }),
        things: () => [
          { __typename: 'Item', id: '1', sku: 's', weight: 3, state: 'HIDDEN' },
          { __typename: 'Secret', id: '2' },
        ],
        any: () => [
          { __typename: 'Secret', id: '2' },
          { __typename: 'Item', id: '1' },
        ],
      },
    },
  },
  post: {
    sdl: `
      type Query { parcel(size: Size): Int }
      enum Size { SMALL HUGE @tag(name: "x") }
      type Item @key(fields: "sku") { sku: String! weight: Int @external price: Int @requires(fields: "weight") }`,
    resolvers: {
      Item: {
        __resolveReference: ({ weight }: { weight: number }) => ({ weight }),
        price: ({ weight }: { weight: number }) => 2 * weight,
      },
    },
  },
};

function variantOf(subgraphs: SmallSubgraphs, variant: Variant): string {
  const composed = composeVariant(supergraphOf(subgraphs), variant);
  if ('problems' in composed) throw new Error(composed.problems.map(({ message }) => message).join('\n'));
  return composed.supergraph;
}

const graph = await startSmallGraph(THINGS, { supergraphSdl: variantOf(THINGS, { exclude: ['x'] }) });
beforeEach(() => void graph.fetches.splice(0));
afterAll(() => graph[Symbol.asyncDispose]());

test('keys and required fields that a variant hides are asked of the subgraphs as before', async () => {
  const answer = await graph.ask('{ item { id price state } }');

  expect(answer).toEqual({ data: { item: { id: '1', price: 6, state: 'NEW' } } });
  expect(graph.fetches.map(({ subgraph }) => subgraph)).toEqual(['stock', 'post']);
});

test.each([
  ['a field', '{ item { weigh } }'],
  ['a root field', '{ secret { id } }'],
  ['a type', '{ things { ... on Secre { id } } }'],
  ['an enum value', '{ parcel(size: HUG) }'],
])('what is hidden is not suggested: %s', async (_, question) => {
  const { errors } = await graph.ask(question);

  expect(JSON.stringify(errors)).not.toMatch(/weight|secrets|Secret"|HUGE/);
});

test.each([
  ['a field', '{ item { sku } }', 'Cannot query field "sku" on type "Item".'],
  ['a type', '{ things { ... on Secret { id } } }', 'Unknown type "Secret".'],
  ['an enum value', '{ parcel(size: HUGE) }', 'Value "HUGE" does not exist in "Size" enum.'],
])('what is hidden answers as what there is not: %s', async (_, question, message) => {
  const { errors } = await graph.ask(question);

  expect(errors?.map((error) => error.message)).toEqual([message]);
  expect(graph.fetches).toEqual([]);
});

test('objects and values that are hidden come to nobody, not even by name', async () => {
  const answer = await graph.ask(
    '{ things { __typename id ... on Item { state } } any { __typename ... on Item { id } } }',
  );

  expect(JSON.stringify(answer)).not.toMatch(/Secret|HIDDEN/);
  expect(answer.data).toEqual({
    things: [{ __typename: 'Item', id: '1', state: null }, null],
    any: [null, { __typename: 'Item', id: '1' }],
  });
});

test('introspection shows the variant and no more', async () => {
  const { data } = await graph.ask(`{
    __schema { types { name } directives { name } }
    item: __type(name: "Item") { fields { name } }
    thing: __type(name: "Thing") { possibleTypes { name } }
    secret: __type(name: "Secret") { name }
  }`);

  expect(data).toMatchObject({
    item: { fields: [{ name: 'price' }, { name: 'id' }, { name: 'state' }] },
    thing: { possibleTypes: [{ name: 'Item' }] },
    secret: null,
  });
  expect(JSON.stringify(data)).not.toMatch(/"(?:Secret|tag|inaccessible|join__)/);
});
