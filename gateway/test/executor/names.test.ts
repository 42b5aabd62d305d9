import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Fetch, representationsOf, type SmallSubgraphs, startSmallGraph } from './small-graph.ts';

let tickets = 0;

const hall = { id: 'h1', code: 'H', next: { id: 'h2', code: 'I' } };

/** Halls and what happens in them; a mutation counts how often it ran. */
const HALLS: SmallSubgraphs = {
  halls: {
    sdl: `type Query { hall: Hall }
      type Mutation { build(name: String): Hall }
      type Hall @key(fields: "id") { id: ID! code: String next: Hall }`,
    resolvers: {
      Query: { hall: () => hall },
      Mutation: { build: (_: unknown, { name }: { name: string }) => ({ ...hall, code: name }) },
    },
  },
  events: {
    sdl: `type Mutation { sell: Int refund: Int }
      type Hall @key(fields: "id") { id: ID! seats: Int event(at: Int): String }`,
    resolvers: {
      Mutation: { sell: () => ++tickets, refund: () => --tickets },
      Hall: {
        seats: () => 100,
        event: (_: unknown, { at }: { at: number }) => `Event ${at}`,
      },
    },
  },
};

const graph = await startSmallGraph(HALLS);
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => graph.fetches.splice(0));

test.each([
  ['a key', '{ hall { id: next { code } seats } }', { id: { code: 'I' }, seats: 100 }],
  ['a key, for a value', '{ hall { id: code seats } }', { id: 'H', seats: 100 }],
  ['a key, swapped', '{ hall { id: code code: id seats } }', { id: 'H', code: 'h1', seats: 100 }],
  ['__typename', '{ hall { type: __typename seats } }', { type: 'Hall', seats: 100 }],
  ['a field of another subgraph', '{ hall { seats: code code: seats } }', { seats: 'H', code: 100 }],
  ['a name that we use ourselves', '{ hall { _0: event(at: 1) _1: event(at: 2) } }', { _0: 'Event 1', _1: 'Event 2' }],
  ['__proto__', '{ hall { __proto__: code id } }', JSON.parse('{ "__proto__": "H", "id": "h1" }')],
  ['constructor', '{ hall { constructor: seats toString: id } }', { constructor: 100, toString: 'h1' }],
])('an alias may be called like %s', async (_, operation, expected) => {
  const { data, errors } = await graph.ask(operation);

  expect(errors).toBeUndefined();
  expect(JSON.stringify(data?.hall)).toBe(JSON.stringify(expected));
});

test('an alias changes nothing about what is sent to other subgraphs', async () => {
  await graph.ask('{ hall { id: next { code } seats } }');

  expect(graph.fetches.flatMap(representationsOf)).toEqual([{ __typename: 'Hall', id: 'h1' }]);
});

test('a variable may be called like the one in which entities are sent', async () => {
  const { data } = await graph.ask('query ($representations: Int) { hall { event(at: $representations) } }', {
    representations: 7,
  });

  expect(data).toEqual({ hall: { event: 'Event 7' } });
});

test('one value under several names is fetched once', async () => {
  const { data } = await graph.ask('{ hall { a: event(at: 1) b: event(at: 1) c: event(at: 2) } }');

  expect(data?.hall).toEqual({ a: 'Event 1', b: 'Event 1', c: 'Event 2' });
  expect(graph.fetches.at(-1)?.text.match(/event\(/g)).toHaveLength(2);
});

test('a mutation under several names is done as often, one after the other', async () => {
  tickets = 0;
  const { data } = await graph.ask(
    'mutation { a: sell b: sell hall: build(name: "X") { code seats } c: refund d: sell }',
  );

  expect(data).toEqual({ a: 1, b: 2, hall: { code: 'X', seats: 100 }, c: 1, d: 2 });
  expect(Object.keys(data ?? {})).toEqual(['a', 'b', 'hall', 'c', 'd']);
  expect(graph.fetches.map(kindOf)).toEqual(['events mutation', 'halls mutation', 'events query', 'events mutation']);
});

const kindOf = ({ subgraph, text }: Fetch) => `${subgraph} ${text.split(/\W/, 1)[0]}`;

test('a subgraph cannot reach the prototype of objects', async () => {
  const answer = () => JSON.parse('{ "data": { "hall": { "__proto__": { "code": "stolen" }, "id": "h1" } } }');
  await using thief = await startSmallGraph({ ...HALLS, halls: { sdl: HALLS.halls?.sdl ?? '', answer } });

  const { data } = await thief.ask('{ hall { id code } }');

  expect(data).toEqual({ hall: { id: 'h1', code: null } });
  expect(Object.keys(Object.prototype)).toEqual([]);
});
