import { afterAll, expect, test } from 'vitest';
import { startSmallGraph } from './small-graph.ts';

const decided: [label: string, viewer: unknown][] = [];

const graph = await startSmallGraph(
  {
    old: {
      sdl: `type Query { post: Post }
        type Post @key(fields: "id") { id: ID! never: String always: String beta: String half: String moved: String }`,
      resolvers: {
        Query: {
          post: () => ({ id: 'p1', never: 'old', always: 'old', beta: 'old', half: 'old', moved: 'old' }),
        },
      },
    },
    new: {
      sdl: `type Post @key(fields: "id") {
        id: ID!
        never: String @override(from: "old", label: "percent(0)")
        always: String @override(from: "old", label: "percent(100)")
        beta: String @override(from: "old", label: "beta")
        half: String @override(from: "old", label: "percent(50)")
        moved: String @override(from: "old") }`,
      resolvers: {
        Post: Object.fromEntries(['never', 'always', 'beta', 'half', 'moved'].map((field) => [field, () => 'new'])),
      },
    },
  },
  {
    decideOverride: (label, { viewer }) => {
      decided.push([label, viewer]);
      return viewer === 'tester';
    },
  },
);
afterAll(() => graph[Symbol.asyncDispose]());

test('a field moves for the share of requests that its label says', async () => {
  const { data } = await graph.ask('{ post { never always moved } }');

  expect(data?.post).toEqual({ never: 'old', always: 'new', moved: 'new' });
});

test('a label that is no share is decided for each request', async () => {
  const tester = await graph.ask('{ post { beta } }', {}, { viewer: 'tester' });
  const other = await graph.ask('{ post { beta } }', {}, { viewer: 'somebody' });

  expect([tester.data?.post, other.data?.post]).toEqual([{ beta: 'new' }, { beta: 'old' }]);
  expect(decided).toContainEqual(['beta', 'tester']);
  expect(new Set(decided.map(([label]) => label))).toEqual(new Set(['beta']));
});

test('for a half it is drawn anew for each request', async () => {
  const answers = new Set<unknown>();
  // That a fair coin falls on one side forty times happens once in 5 × 10^11.
  for (let n = 0; n < 40; n++) answers.add(JSON.stringify((await graph.ask('{ post { half } }')).data?.post));

  expect([...answers].toSorted()).toEqual(['{"half":"new"}', '{"half":"old"}']);
});
