import { afterAll, beforeEach, expect, test } from 'vitest';
import { representationsOf, type SmallSubgraphs, startSmallGraph } from './small-graph.ts';

const PEOPLE: Readonly<Record<string, { name: string; age: number }>> = {
  u1: { name: 'Ada', age: 36 },
  u2: { name: 'Bob', age: 40 },
};

const person = (id: string) => ({ __typename: 'Person', id });
const comments = [{ id: 'c1', author: person('u1') }];
const posts = [
  { id: 'p1', author: person('u1'), editors: [[person('u1'), null], [person('u2')]], comments },
  { id: 'p2', author: person('u1'), editors: [], comments },
  { id: 'p3', author: person('u2'), editors: null, comments: null },
];

/** Posts whose people live in another subgraph, and whose counts in a third. */
const BLOG: SmallSubgraphs = {
  posts: {
    sdl: `type Query { posts: [Post!]! first: Post featured: Post feed: [Post!]! }
      type Post @key(fields: "id") { id: ID! author: Person editors: [[Person]] comments: [Comment!] }
      type Comment @key(fields: "id") { id: ID! author: Person }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        posts: () => posts,
        first: () => posts[0],
        featured: () => posts[1],
        feed: () => [posts[0], posts[1], posts[0], posts[1]],
      },
    },
  },
  people: {
    sdl: 'type Person @key(fields: "id") { id: ID! name: String age: Int friend: Person }',
    resolvers: {
      Person: {
        __resolveReference: ({ id }: { id: string }) => ({ id, ...PEOPLE[id] }),
        friend: ({ id }: { id: string }) => (id === 'u1' ? { id: 'u2', ...PEOPLE.u2 } : { id: 'u1', ...PEOPLE.u1 }),
      },
    },
  },
  likes: {
    sdl: `type Post @key(fields: "id") { id: ID! likes: Int lastLiker: Person }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: { Post: { likes: () => 3, lastLiker: () => person('u1') } },
  },
};

const graph = await startSmallGraph(BLOG);
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => graph.fetches.splice(0));

test('somebody who stands at many places is asked for once', async () => {
  const { data } = await graph.ask('{ posts { author { name } } }');

  expect(data?.posts).toEqual([{ author: { name: 'Ada' } }, { author: { name: 'Ada' } }, { author: { name: 'Bob' } }]);
  expect(graph.fetches.filter(({ subgraph }) => subgraph === 'people').map(representationsOf)).toEqual([
    [person('u1'), person('u2')],
  ]);
});

test('a subgraph is not asked for types that the schema leaves no choice of', async () => {
  const { data } = await graph.ask('{ first { kind: __typename author { name friend { __typename id age } } } }');

  const author = { name: 'Ada', friend: { __typename: 'Person', id: 'u2', age: 40 } };
  expect(data).toEqual({ first: { kind: 'Post', author } });
  expect(graph.fetches.flatMap(representationsOf)).toEqual([person('u1')]);
  expect(graph.fetches.filter(({ text }) => text.includes('__typename'))).toEqual([]);
});

test('parallel branches of a plan that ask the same ask it together', async () => {
  const { data } = await graph.ask(
    '{ first { author { name } comments { author { name } } } featured { author { name } } }',
  );

  expect(data).toEqual({
    first: { author: { name: 'Ada' }, comments: [{ author: { name: 'Ada' } }] },
    featured: { author: { name: 'Ada' } },
  });
  expect(graph.counts()).toEqual({ posts: 1, people: 1 });
  expect(graph.fetches.flatMap(representationsOf)).toEqual([person('u1')]);
});

test('what a later step of the plan asks again is known', async () => {
  const { data } = await graph.ask('{ first { author { name } lastLiker { name } } }');

  expect(data).toEqual({ first: { author: { name: 'Ada' }, lastLiker: { name: 'Ada' } } });
  expect(graph.counts()).toEqual({ posts: 1, likes: 1, people: 1 });
});

test('somebody whom several posts got at several places of theirs is known at each', async () => {
  const { data } = await graph.ask('{ feed { author { id } lastLiker { name } } }');

  expect(data?.feed).toEqual(Array(4).fill({ author: { id: 'u1' }, lastLiker: { name: 'Ada' } }));
});

test('places of one entity that ask for different things do not mix', async () => {
  const { data } = await graph.ask(
    '{ first { author { name friend { name } } } featured { author { age friend { id } } } }',
  );

  expect(data).toEqual({
    first: { author: { name: 'Ada', friend: { name: 'Bob' } } },
    featured: { author: { age: 36, friend: { id: 'u2' } } },
  });
});

test('lists in lists keep their shape and their nulls', async () => {
  const { data, errors } = await graph.ask('{ posts { editors { name } } }');

  expect(errors).toBeUndefined();
  expect(data?.posts).toEqual([
    { editors: [[{ name: 'Ada' }, null], [{ name: 'Bob' }]] },
    { editors: [] },
    { editors: null },
  ]);
});

test('when there is nobody to ask for, the subgraph is not asked', async () => {
  await using blog = await startSmallGraph({
    ...BLOG,
    posts: { sdl: BLOG.posts?.sdl ?? '', answer: () => ({ data: { posts: [{ author: null }] } }) },
  });

  expect(await blog.ask('{ posts { author { name } } }')).toEqual({ data: { posts: [{ author: null }] } });
  expect(blog.counts()).toEqual({ posts: 1 });
});

test('an entity that its subgraph does not know is null where it may be', async () => {
  await using blog = await startSmallGraph({
    ...BLOG,
    people: { sdl: BLOG.people?.sdl ?? '', answer: () => ({ data: { _entities: [null, { name: 'Bob' }] } }) },
  });

  const { data, errors } = await blog.ask('{ posts { author { id name } } }');

  expect(errors).toBeUndefined();
  expect(data?.posts).toEqual([
    { author: { id: 'u1', name: null } },
    { author: { id: 'u1', name: null } },
    { author: { id: 'u2', name: 'Bob' } },
  ]);
});
