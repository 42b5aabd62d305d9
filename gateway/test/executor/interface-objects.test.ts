import { afterAll, expect, test } from 'vitest';
import { representationsOf, startSmallGraph } from './small-graph.ts';

const media = [
  { __typename: 'Book', id: '1', title: 'Dune', pages: 600, code: 'b1' },
  { __typename: 'Film', id: '2', title: 'Solaris', minutes: 167, code: 2 },
];

const graph = await startSmallGraph({
  library: {
    sdl: `type Query { media: [Medium!]! }
      interface Medium @key(fields: "id") { id: ID! title: String }
      type Book implements Medium @key(fields: "id") { id: ID! title: String pages: Int code: String }
      type Film implements Medium @key(fields: "id") { id: ID! title: String minutes: Int code: Int }`,
    resolvers: {
      Query: { media: () => media },
      Medium: { __resolveReference: ({ id }: { id: string }) => media.find((medium) => medium.id === id) },
      ...Object.fromEntries(
        ['Book', 'Film'].map((type) => [
          type,
          { __resolveReference: ({ id }: { id: string }) => media.find((medium) => medium.id === id) },
        ]),
      ),
    },
  },
  ratings: {
    sdl: `type Query { best: Medium rated: [Medium!] }
      type Medium @interfaceObject @key(fields: "id") { id: ID! stars: Int similar: [Medium!] }`,
    resolvers: {
      Query: { best: () => ({ id: '2' }), rated: () => [{ id: '1' }, { id: '2' }] },
      Medium: { stars: ({ id }: { id: string }) => Number(id), similar: () => [{ id: '1' }] },
    },
  },
});
afterAll(() => graph[Symbol.asyncDispose]());

test('a subgraph that knows an interface as one type is asked by that name', async () => {
  graph.fetches.length = 0;

  const { data } = await graph.ask('{ media { __typename title stars } }');

  expect(data?.media).toEqual([
    { __typename: 'Book', title: 'Dune', stars: 1 },
    { __typename: 'Film', title: 'Solaris', stars: 2 },
  ]);
  expect(graph.fetches.flatMap(representationsOf)).toEqual([
    { __typename: 'Medium', id: '1' },
    { __typename: 'Medium', id: '2' },
  ]);
});

test.each([
  ['its type', '{ best { __typename } }', { __typename: 'Film' }],
  ['its type under another name', '{ best { is: __typename stars } }', { is: 'Film', stars: 2 }],
  [
    'fields of its type',
    '{ best { stars ... on Film { minutes } ... on Book { pages } } }',
    { stars: 2, minutes: 167 },
  ],
  ['nothing of its type', '{ best { stars } }', { stars: 2 }],
  [
    'others like it',
    '{ best { similar { __typename title stars ... on Book { pages } } } }',
    { similar: [{ __typename: 'Book', title: 'Dune', stars: 1, pages: 600 }] },
  ],
])('an object that such a subgraph found is asked for %s', async (_, operation, best) => {
  expect(await graph.ask(operation)).toEqual({ data: { best } });
});

test('fields of one name and different types, by implementation, keep their own values', async () => {
  const { data } = await graph.ask('{ rated { ... on Book { code } ... on Film { number: code } stars } }');

  expect(data?.rated).toEqual([
    { code: 'b1', stars: 1 },
    { number: 2, stars: 2 },
  ]);
});
