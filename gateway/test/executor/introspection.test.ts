import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startSmallGraph } from './small-graph.ts';

const graph = await startSmallGraph({
  posts: {
    sdl: `type Query { post: Post secret: Int @inaccessible }
      "What people write." type Post @key(fields: "id") { id: ID! text: String old: Int @deprecated }`,
    resolvers: { Query: { post: () => ({ id: 'p1', text: 'Hello' }) } },
  },
});
afterAll(() => graph[Symbol.asyncDispose]());
beforeEach(() => graph.fetches.splice(0));

test('the schema that clients see is told without asking a subgraph', async () => {
  const { data } = await graph.ask(getIntrospectionQuery());

  // An introspection query answers this.
  const schema = buildClientSchema(data as unknown as IntrospectionQuery);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(['post']);
  expect(schema.getType('Post')?.description).toBe('What people write.');
  expect(graph.fetches).toEqual([]);
});

test('the schema and data are answered together, in the order of the operation', async () => {
  const answer = await graph.ask(
    `query ($name: String!, $all: Boolean = false) {
    type: __type(name: $name) { name fields(includeDeprecated: $all) { ...Named } }
    post { text }
    __typename
    __schema { queryType { name } }
  } fragment Named on __Field { name }`,
    { name: 'Post' },
  );

  expect(JSON.stringify(answer)).toBe(
    JSON.stringify({
      data: {
        type: { name: 'Post', fields: [{ name: 'id' }, { name: 'text' }] },
        post: { text: 'Hello' },
        __typename: 'Query',
        __schema: { queryType: { name: 'Query' } },
      },
    }),
  );
  expect(graph.fetches.map(({ text }) => text)).toEqual(['{post{text}}']);
});

test('a type that is not there is null', async () => {
  expect(await graph.ask('{ __type(name: "join__Graph") { name } }')).toEqual({ data: { __type: null } });
});

test('questions about the schema obey conditions and fragments', async () => {
  const operation = `query ($on: Boolean!) { ... @include(if: $on) { __schema { __typename } } ...Rest }
    fragment Rest on Query { __type(name: "Post") @skip(if: $on) { kind } }`;

  expect(await graph.ask(operation, { on: true })).toEqual({ data: { __schema: { __typename: '__Schema' } } });
  expect(await graph.ask(operation, { on: false })).toEqual({ data: { __type: { kind: 'OBJECT' } } });
});
