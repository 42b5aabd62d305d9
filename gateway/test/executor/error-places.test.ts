import { afterAll, expect, test } from 'vitest';
import { type Fetch, representationsOf, startSmallGraph, told } from './small-graph.ts';

const person = (id: string) => ({ __typename: 'Person', id });

/** How the subgraph of people answers; the one of posts always names the same three authors. */
let people: (fetch: Fetch) => unknown = () => undefined;

const authors = [person('u1'), person('u1'), person('u2')];

const graph = await startSmallGraph({
  posts: {
    sdl: `type Query { posts(first: Int): [Post] pinned: Post count: Int }
      type Post { text: String author: Person reviewers: [Person] }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        posts: (_: unknown, { first = 3 }: { first?: number }) =>
          Array.from({ length: first }, (_, index) => ({ author: authors[index % 3], reviewers: authors })),
        pinned: () => ({ author: person('u1') }),
        count: () => {
          throw new Error('cannot count');
        },
      },
    },
  },
  people: {
    sdl: `type Query { me: Person }
      type Person @key(fields: "id") { id: ID! name: String email: String boss: Person }`,
    answer: (fetch) => people(fetch),
  },
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Names the first person asked for, and says why the others have none. */
function answerTheFirstOnly(fetch: Fetch) {
  const entities = representationsOf(fetch).map((_, index) => (index === 0 ? { name: null } : { name: 'Bob' }));
  const extensions = { code: 'CONFLICT' };
  return {
    data: { _entities: entities },
    errors: [{ message: 'No name.', path: ['_entities', 0, 'name'], extensions }],
  };
}

const down = () => Promise.reject(new Error('down'));

/** Line and column of each error. */
const locations = ({ errors = [] }: Awaited<ReturnType<typeof graph.ask>>) =>
  errors.map((error) => error.locations?.map(({ line, column }) => `${line}:${column}`).join(' '));

test('an error about an entity is told at every place where the entity stands', async () => {
  people = answerTheFirstOnly;

  const answer = await graph.ask('{ posts { author { name } } pinned { author { name } } }');

  expect(answer.data?.posts).toEqual([
    { author: { name: null } },
    { author: { name: null } },
    { author: { name: 'Bob' } },
  ]);
  expect(told(answer)).toEqual([
    'CONFLICT at posts.0.author.name',
    'CONFLICT at posts.1.author.name',
    'CONFLICT at pinned.author.name',
  ]);
});

test('an error stands under the names that the client gave, where the document asks for it', async () => {
  people = answerTheFirstOnly;

  const answer = await graph.ask(`{
  all: posts(first: 1) {
    by: reviewers {
      called: name
    }
  }
}`);

  expect(told(answer)).toEqual(['CONFLICT at all.0.by.0.called', 'CONFLICT at all.0.by.1.called']);
  expect(locations(answer)).toEqual(['4:7', '4:7']);
});

test('an error of a value under two names is told at both, in a fragment at its place there', async () => {
  people = answerTheFirstOnly;

  const answer = await graph.ask(`query { pinned { author { ...Named again: name } } }
fragment Named on Person { name }`);

  expect(answer.data).toEqual({ pinned: { author: { name: null, again: null } } });
  expect(told(answer)).toEqual(['CONFLICT at pinned.author.name', 'CONFLICT at pinned.author.again']);
  expect(locations(answer)).toEqual(['2:28', '1:36']);
});

test('an error of a root field has its path, one without a path has none', async () => {
  people = () => ({ data: { me: null }, errors: [{ message: 'Nobody.', extensions: { code: 'UNAUTHENTICATED' } }] });

  const answer = await graph.ask('{ n: count me { name } }');

  expect(answer.data).toEqual({ n: null, me: null });
  expect(told(answer).toSorted()).toEqual(['DOWNSTREAM_SERVICE_ERROR at n', 'UNAUTHENTICATED at ']);
});

test('a fetch that failed is an error at each field that it should have brought', async () => {
  people = down;

  const answer = await graph.ask('{ pinned { author { id name mail: email boss { name } } } me { name } }');

  expect(answer.data).toEqual({ pinned: { author: { id: 'u1', name: null, mail: null, boss: null } }, me: null });
  expect(told(answer)).toEqual(
    ['pinned.author.name', 'pinned.author.mail', 'pinned.author.boss', 'me'].map(
      (path) => `SUBGRAPH_UNAVAILABLE at ${path}`,
    ),
  );
  expect(locations(answer)).toEqual(['1:24', '1:29', '1:41', '1:59']);
});

test('a fetch that is refused as a whole is told with the words of the subgraph', async () => {
  people = () => ({ data: null, errors: [{ message: 'Not you.', extensions: { code: 'FORBIDDEN' } }] });

  const answer = await graph.ask('{ pinned { author { name } } }');

  expect(answer.data).toEqual({ pinned: { author: { name: null } } });
  expect(answer.errors).toMatchObject([{ message: 'Not you.', path: ['pinned', 'author', 'name'] }]);
});

test('of a failure in many places a hundred are told', async () => {
  people = down;

  const { data, errors } = await graph.ask('{ posts(first: 300) { author { name } } }');

  expect(data?.posts).toHaveLength(300);
  expect(errors).toHaveLength(100);
});

test('what is skipped is not told of', async () => {
  people = answerTheFirstOnly;

  const answer = await graph.ask('query ($no: Boolean!) { pinned { author { name again: name @include(if: $no) } } }', {
    no: false,
  });

  expect(answer.data).toEqual({ pinned: { author: { name: null } } });
  expect(told(answer)).toEqual(['CONFLICT at pinned.author.name']);
});

test('errors about entities at many thousand places take little time', async () => {
  people = (fetch) => {
    const path = (index: number) => ['_entities', index % 2, 'name'];
    const errors = Array.from({ length: 100 }, (_, index) => ({ message: 'No name.', path: path(index) }));
    return { data: { _entities: representationsOf(fetch).map(() => ({ name: null })) }, errors };
  };
  await graph.ask('{ posts(first: 9000) { author { id } } }');
  const before = process.threadCpuUsage();

  const { data, errors } = await graph.ask('{ posts(first: 9000) { author { name } } }');

  expect(data?.posts).toHaveLength(9_000);
  expect(errors).toHaveLength(100);
  expect(process.threadCpuUsage(before).user).toBeLessThan(1_000_000);
});

test('an error about an entity that nobody asked for is told without a place', async () => {
  people = () => ({
    data: { _entities: [{ name: null }] },
    errors: [{ message: 'Odd.', path: ['_entities', 9, 'name'] }],
  });

  const answer = await graph.ask('{ pinned { author { name } } }');

  expect(answer.data).toEqual({ pinned: { author: { name: null } } });
  expect(answer.errors).toMatchObject([{ message: 'Odd.' }]);
  expect(answer.errors?.[0]).not.toHaveProperty('path');
});
