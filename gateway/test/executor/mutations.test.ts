import { afterAll, beforeEach, expect, test } from 'vitest';
import { startSmallGraph } from './small-graph.ts';

let seats = 0;

const hall = { __typename: 'Hall', id: 'h1' };

/** Halls can be booked in one subgraph and emptied in another; a third one counts what is free. */
const graph = await startSmallGraph({
  bookings: {
    sdl: `type Query { hall: Hall }
      type Mutation { book(count: Int = 1): Hall failing: Hall needed: Hall! }
      type Hall @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: { hall: () => hall },
      Mutation: {
        book: (_: unknown, { count }: { count: number }) => {
          seats -= count;
          return hall;
        },
        failing: () => {
          throw new Error('is closed');
        },
        needed: () => null,
      },
    },
  },
  cleaning: {
    sdl: `type Query { cleaner: String }
      type Mutation { empty: Hall }
      type Hall @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Mutation: {
        empty: () => {
          seats = 100;
          return hall;
        },
      },
    },
  },
  counts: {
    sdl: 'type Query { total: Int } type Hall @key(fields: "id") { id: ID! free: Int }',
    resolvers: { Hall: { free: () => seats } },
  },
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => {
  seats = 100;
  graph.fetches.length = 0;
});

test('what is read after a change is what it was right after it', async () => {
  const { data } = await graph.ask('mutation { a: book { free } b: empty { free } c: book(count: 3) { free } }');

  expect(data).toEqual({ a: { free: 99 }, b: { free: 100 }, c: { free: 97 } });
});

test('changes in one subgraph are made together, and read after the last of them', async () => {
  const { data } = await graph.ask('mutation { a: book { free } b: book { free } }');

  expect(data).toEqual({ a: { free: 98 }, b: { free: 98 } });
});

test('a change that fails does not keep the next ones from being made', async () => {
  const { data, errors } = await graph.ask('mutation { failing { id } book { free } }');

  expect(data).toEqual({ failing: null, book: { free: 99 } });
  expect(errors).toMatchObject([{ path: ['failing'] }]);
});
