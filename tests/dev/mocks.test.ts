import { readFileSync } from 'node:fs';
import { tryDecodeId } from '@nexus/contracts/ids';
import type { Answer } from '@nexus/contracts/testing';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { expect, test } from 'vitest';
import { keyOf } from '../../scripts/dev/mock/facts.ts';
import { createMock, type Mock } from '../../scripts/dev/mock/mock-schema.ts';

const NAMES = ['users', 'posts', 'interactions'];
const sdlOf = (name: string) => readFileSync(`subgraphs/${name}/schema.graphql`, 'utf8');

test.each(NAMES)('a mock of %s answers every field without an error, the same at each start', async (name) => {
  const sdl = sdlOf(name);
  const operations = everyField(sdl);
  expect(operations.length).toBeGreaterThan(8);
  for (const { query, variables } of operations) {
    const [first, second] = [createMock(sdl), createMock(sdl)];
    const answer = await first.answer({ query, variables });

    expect(answer.errors).toBeUndefined();
    expect(answer).toEqual(await second.answer({ query, variables }));
  }
});

const PERSON = 'id handle displayName state followerCount avatar { url }';

test('a person is the same in a list, as an entity and by their handle', async () => {
  const mock = createMock(sdlOf('users'));
  const { user } = await ask(
    mock,
    `{ user(handle: "ada") { ${PERSON} followers(first: 3) { edges { node { ${PERSON} } } } } }`,
  );
  const [, follower] = user.followers.edges.map(({ node }: { node: object }) => node);

  const { followers, ...ada } = user;
  expect(await entity(mock, { __typename: 'User', id: user.id })).toEqual(ada);
  expect(await entity(mock, { __typename: 'User', id: follower.id })).toEqual(follower);
  expect((await ask(mock, `{ user(handle: "ada") { ${PERSON} } }`)).user).toEqual(ada);
  expect(tryDecodeId(follower.id)?.kind).toBe('user');
});

test('pages are pieces of one list, and the last says so', async () => {
  const mock = createMock(sdlOf('users'));
  const page = async (args: string) => {
    const fields = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';
    return (await ask(mock, `{ user(handle: "ada") { followers(${args}) { ${fields} } } }`)).user.followers;
  };

  const all = await page('first: 100');
  const first = await page('first: 2');
  const second = await page(`first: 100, after: "${first.pageInfo.endCursor}"`);

  expect(first.edges).toHaveLength(2);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect([...first.edges, ...second.edges]).toEqual(all.edges);
  expect(new Set(all.edges.map(({ node }: { node: { id: string } }) => node.id)).size).toBe(all.edges.length);
});

test('what is listed below an object is of that object, and goes on to be', async () => {
  const mock = createMock(sdlOf('interactions'));
  const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Post {
    comments(first: 3) { edges { node { id post { id } } } } } } }`;
  const { _entities } = await ask(mock, query, { of: [{ __typename: 'Post', id: POST }] });
  const comments = _entities[0].comments.edges.map(({ node }: { node: { id: string } }) => node);
  const alone = await ask(mock, `{ comment(id: "${comments[0].id}") { post { id } } }`);

  expect(comments).toMatchObject([{ post: { id: POST } }, { post: { id: POST } }, { post: { id: POST } }]);
  expect(alone.comment.post.id).toBe(POST);
});

test('a mutation answers of what it was about', async () => {
  const followed = await ask(
    createMock(sdlOf('users')),
    `mutation { followUser(input: { userId: "${ADA}" }) { user { id } userErrors { message } } }`,
  );
  const deleted = await ask(
    createMock(sdlOf('posts')),
    `mutation { deletePost(input: { postId: "${POST}" }) { deletedPostId userErrors { message } } }`,
  );

  expect(followed.followUser).toEqual({ user: { id: ADA }, userErrors: [] });
  expect(deleted.deletePost).toEqual({ deletedPostId: POST, userErrors: [] });
});

test('what is known of the data is what mocks refer to', async () => {
  const known = { User: [{ id: ADA, handle: 'ada' }] };
  const mock = createMock(sdlOf('users'), { known });

  expect((await ask(mock, '{ user(handle: "ada") { id } }')).user.id).toBe(ADA);
  expect(await entity(mock, { __typename: 'User', id: ADA }, 'handle')).toEqual({ handle: 'ada' });
});

test('names that objects of JavaScript have are names as others', async () => {
  const mock = createMock(`
    type Query { constructor: constructor toString(valueOf: Int): String valueOf: [valueOf!]! }
    type constructor @key(fields: "id") { id: ID! constructor: String hasOwnProperty: valueOf }
    scalar valueOf`);

  const answer = await ask(mock, '{ constructor { constructor hasOwnProperty } toString(valueOf: 1) valueOf }');

  expect(answer).toEqual({
    constructor: { constructor: expect.any(String), hasOwnProperty: expect.any(String) },
    toString: expect.any(String),
    valueOf: expect.arrayContaining([expect.any(String)]),
  });
});

test('what does not fit the schema is refused in words', async () => {
  const mock = createMock(sdlOf('users'));

  const [unknown, broken] = await Promise.all([mock.answer({ query: '{ nothing }' }), mock.answer({ query: '{' })]);

  expect(unknown.errors?.[0]?.message).toContain('Cannot query field "nothing"');
  expect(broken.errors?.[0]?.message).toContain('Syntax Error');
});

const ADA = 'user_01jgf5xgg8e9xvf0zq3z3h1d2e';
const POST = 'post_01jgf5xgg8e9xvf0zq3z3h1d2e';

async function ask(mock: Mock, query: string, variables = {}): Promise<Answer['data']> {
  const { data, errors } = await mock.answer({ query, variables });
  expect(errors).toBeUndefined();
  return data;
}

async function entity(mock: Mock, representation: object, fields = PERSON): Promise<object> {
  const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on User { ${fields} } } }`;
  const { _entities } = await ask(mock, query, { of: [representation] });
  return _entities[0];
}

/** One operation per root field, and one per type with a key, with everything below it that needs no argument. */
function everyField(sdl: string): { query: string; variables: Record<string, unknown> }[] {
  const schema = buildSchema(sdl.replace('extend schema', 'directive @unused on SCHEMA\nextend schema'), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(needsNothing);
  const entities = types.filter((type) => type.astNode?.directives?.some(({ name }) => name.value === 'key') ?? false);
  return [
    ...roots.map((field) => ({ query: `{ ${field.name} ${below(field)} }`, variables: {} })),
    ...entities.map((type) => ({
      query: `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type.name} { ${fieldsOf(type, 3)} } } }`,
      variables: { of: [{ __typename: type.name, [keyOf(type)[0] ?? 'id']: `${type.name} 1` }] },
    })),
  ];

  function below(field: GraphQLField<unknown, unknown>, depth = 3): string {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return '';
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const each = possible.map((one) => `... on ${one.name} { ${fieldsOf(one, depth, `${one.name}_`)} }`);
    return isObjectType(type) ? `{ ${fieldsOf(type, depth)} }` : `{ __typename ${each.join(' ')} }`;
  }

  /** Aliases keep fields of one name apart that types of a union have with different types. */
  function fieldsOf(type: GraphQLObjectType, depth: number, alias = ''): string {
    const fields = Object.values(type.getFields()).filter(needsNothing);
    const shown = fields.filter(({ type: of }) => depth > 1 || isLeafType(getNamedType(of)));
    const named = shown.map((field) => `${alias && `${alias}${field.name}: `}${field.name} ${below(field, depth - 1)}`);
    return ['__typename', ...named].join(' ');
  }
}

const needsNothing = ({ args }: GraphQLField<unknown, unknown>) => !args.some(isRequiredArgument);
