import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Operation } from '../src/operation.ts';
import { usesOf } from '../src/operations/uses.ts';

const SCHEMA = buildSchema(`
  directive @live on QUERY
  scalar Json
  type Query { draft(extra: Json): Post posts(first: Int, filter: Filter, kind: Kind): [Post!]! node: Node }
  interface Node { id: ID! }
  type Post implements Node { id: ID! text: String }
  input Filter { kind: Kind, by: By, text: String }
  input By { name: String }
  enum Kind { TEXT POLL }
`);

const operation = (text: string, givenInVariables?: string[]): Operation => ({
  id: '',
  name: '',
  document: parse(text),
  origin: 'trusted',
  count: 0,
  clients: [],
  givenInVariables,
});

test('what the text gives is used, and nothing beside it', () => {
  const { coordinates } = usesOf(
    SCHEMA,
    operation('query @live { posts(filter: { kind: POLL }) { text } node { ... on Post { id } } }'),
  );

  expect([...coordinates].sort()).toEqual(
    [
      '@live',
      'Filter',
      'Filter.kind',
      'Kind',
      'Kind.POLL',
      'Node',
      'Post',
      'Post.id',
      'Post.text',
      'Query',
      'Query.node',
      'Query.posts',
      'Query.posts(filter:)',
      'String',
      'ID',
    ].sort(),
  );
});

test('a variable may give anything, unless it was recorded what it gave', () => {
  const text = 'query ($filter: Filter) { posts(filter: $filter) { id } }';
  const unknown = usesOf(SCHEMA, operation(text)).coordinates;
  const known = usesOf(SCHEMA, operation(text, ['Filter.kind', 'Kind.TEXT'])).coordinates;

  expect(['Filter.text', 'By.name', 'Kind.POLL'].every((coordinate) => unknown.has(coordinate))).toBe(true);
  expect(['Filter.text', 'By.name', 'Kind.POLL'].some((coordinate) => known.has(coordinate))).toBe(false);
  expect(known.has('Kind.TEXT')).toBe(true);
});

test('a type is told apart that is given from one that is answered', () => {
  const { returned, coordinates } = usesOf(SCHEMA, operation('{ posts(kind: TEXT) { text } }'));

  expect([...returned].sort()).toEqual(['Post', 'String']);
  expect(coordinates.has('Kind')).toBe(true);
});

test('what stands in a scalar of one’s own is a value, and nothing of the schema', () => {
  const { coordinates } = usesOf(SCHEMA, operation('{ draft(extra: { kind: POLL }) { text } }'));

  expect([...coordinates].sort()).toEqual([
    'Json',
    'Post',
    'Post.text',
    'Query',
    'Query.draft',
    'Query.draft(extra:)',
    'String',
  ]);
});
