import { afterAll, expect, test } from 'vitest';
import { representationsOf, startSmallGraph } from './small-graph.ts';

/** Two types whose keys have one name and different types: no selection can ask for both under that name. */
const graph = await startSmallGraph({
  shop: {
    sdl: `type Query { things: [Thing!]! first: Thing }
      union Thing = Book | Film
      type Book @key(fields: "code") { code: String! title: String }
      type Film @key(fields: "code") { code: Int! title: String }`,
    resolvers: {
      Query: {
        things: () => [
          { __typename: 'Book', code: 'b1', title: 'Dune' },
          { __typename: 'Film', code: 2, title: 'Solaris' },
          { __typename: 'Book', code: 'b1', title: 'Dune' },
        ],
      },
    },
  },
  stock: {
    sdl: `type Book @key(fields: "code") { code: String! left: Int }
      type Film @key(fields: "code") { code: Int! left: Int }`,
    resolvers: { Book: { left: () => 7 }, Film: { left: ({ code }: { code: number }) => code * 10 } },
  },
});
afterAll(() => graph[Symbol.asyncDispose]());

test('keys of one name and different types are fetched under other names, and sent under their own', async () => {
  graph.fetches.length = 0;

  const { data, errors } = await graph.ask('{ things { ... on Book { title left } ... on Film { left } } }');

  expect(errors).toBeUndefined();
  expect(data?.things).toEqual([{ title: 'Dune', left: 7 }, { left: 20 }, { title: 'Dune', left: 7 }]);
  expect(graph.fetches[0]?.text).toMatch(/\w+:\s*code/);
  expect(graph.fetches.flatMap(representationsOf)).toEqual([
    { __typename: 'Book', code: 'b1' },
    { __typename: 'Film', code: 2 },
  ]);
});

test('a client may ask for such a key as well', async () => {
  const { data } = await graph.ask('{ things { ... on Book { left code } ... on Film { number: code left } } }');

  expect(data?.things).toEqual([
    { left: 7, code: 'b1' },
    { number: 2, left: 20 },
    { left: 7, code: 'b1' },
  ]);
});
