import { afterAll, beforeEach, expect, test } from 'vitest';
import { startSmallGraph } from './small-graph.ts';

const graph = await startSmallGraph({
  posts: {
    sdl: `type Query { post: Post }
      type Post @key(fields: "id") { id: ID! text: String draft: Post }`,
    resolvers: { Query: { post: () => ({ id: 'p1', text: 'Hello', draft: { id: 'p2', text: 'Draft' } }) } },
  },
  counts: {
    sdl: 'type Post @key(fields: "id") { id: ID! likes: Int views: Int }',
    resolvers: { Post: { likes: () => 3, views: () => 9 } },
  },
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => graph.fetches.splice(0));

const BOTH = ['posts', 'counts'];
const ONE = ['posts'];

test.each([
  ['a key is left out', 'id @skip(if: $on) likes', { post: { likes: 3 }, asked: BOTH }],
  ['a key is taken in', 'id @include(if: $on) likes', { post: { id: 'p1', likes: 3 }, asked: BOTH }],
  ['__typename is left out', '__typename @skip(if: $on) likes', { post: { likes: 3 }, asked: BOTH }],
  ['a field of another subgraph is left out', 'text likes @skip(if: $on)', { post: { text: 'Hello' }, asked: ONE }],
  [
    'a field of another subgraph is taken in',
    'text likes @include(if: $on)',
    { post: { text: 'Hello', likes: 3 }, asked: BOTH },
  ],
  ['a fragment is left out', 'text ... @skip(if: $on) { likes views }', { post: { text: 'Hello' }, asked: ONE }],
  ['a named fragment is left out', 'text ...Counts @skip(if: $on)', { post: { text: 'Hello' }, asked: ONE }],
  ['a field is left out once and asked for twice', 'likes @skip(if: $on) likes', { post: { likes: 3 }, asked: BOTH }],
  ['both conditions must hold', 'text likes @include(if: $on) @skip(if: $on)', { post: { text: 'Hello' }, asked: ONE }],
  [
    'one name stands for one of two fields',
    'n: likes @include(if: $on) n: likes @skip(if: $on)',
    { post: { n: 3 }, asked: BOTH },
  ],
  [
    'a constant condition is a condition',
    'text likes @skip(if: true) views @skip(if: $on)',
    { post: { text: 'Hello' }, asked: ONE },
  ],
])('%s', async (_, selection, { post, asked }) => {
  const named = selection.includes('...Counts') ? 'fragment Counts on Post { likes views }' : '';

  const answer = await graph.ask(`query ($on: Boolean = true) { post { ${selection} } } ${named}`);

  expect(answer).toEqual({ data: { post } });
  expect(graph.fetches.map(({ subgraph }) => subgraph)).toEqual(asked);
});

test('one operation answers by the variables of each request', async () => {
  const operation = 'query ($a: Boolean!, $b: Boolean!) { post { text @include(if: $a) likes @include(if: $b) } }';

  const answers = [];
  for (const [a, b] of [
    [true, false],
    [false, true],
    [true, true],
    [true, false],
  ]) {
    answers.push((await graph.ask(operation, { a, b })).data?.post);
  }

  expect(answers).toEqual([{ text: 'Hello' }, { likes: 3 }, { text: 'Hello', likes: 3 }, { text: 'Hello' }]);
});

test('an object of which nothing is left is empty', async () => {
  const answer = await graph.ask('query ($on: Boolean!) { post { text @skip(if: $on) } }', { on: true });

  expect(answer).toEqual({ data: { post: {} } });
});

test('a root field that is left out asks no subgraph', async () => {
  const answer = await graph.ask('query ($on: Boolean!) { post @include(if: $on) { likes } }', { on: false });

  expect(answer).toEqual({ data: {} });
  expect(graph.counts()).toEqual({});
});
