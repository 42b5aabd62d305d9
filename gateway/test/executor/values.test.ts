import { afterAll, expect, test } from 'vitest';
import { startSmallGraph } from './small-graph.ts';

const SDL = `type Query { thing: Thing }
  scalar Anything
  enum Color { RED GREEN }
  interface Named { name: String }
  type Thing implements Named {
    text: String int: Int float: Float yes: Boolean id: ID color: Color any: Anything
    list: [Int] lists: [[Int!]] thing: Thing name: String named: Named either: Either }
  type Other implements Named { name: String }
  type Stranger { x: Int }
  union Either = Thing | Other`;

/** What the subgraph sends. */
let thing: object = {};

const graph = await startSmallGraph({ things: { sdl: SDL, answer: () => ({ data: { thing } }) } });
afterAll(() => graph[Symbol.asyncDispose]());

/** Asks this of a thing that looks so. */
function askOf(sent: object, selection: string) {
  thing = sent;
  return graph.ask(`{ thing { ${selection} } }`);
}

const bad = (what: string, ...path: (string | number)[]) => ({
  message: expect.stringMatching(new RegExp(`^Invalid ${what} found for field Thing\\.`)),
  path: ['thing', ...path],
  extensions: { code: 'SUBGRAPH_BAD_RESPONSE' },
});

test.each([
  ['text', {}],
  ['text', 1],
  ['text', ['a']],
  ['int', 1.5],
  ['int', 2_147_483_648],
  ['int', -2_147_483_649],
  ['int', '1'],
  ['int', true],
  ['float', '1.5'],
  ['yes', 1],
  ['yes', 'true'],
  ['id', 1.5],
  ['id', {}],
  ['color', 'BLUE'],
  ['color', 1],
])('%s: %j is no value, and said to be wrong', async (field, value) => {
  const { data, errors } = await askOf({ [field]: value }, field);

  expect(data).toEqual({ thing: { [field]: null } });
  expect(errors).toMatchObject([bad('value', field)]);
});

test('values of the right kind stay as they are', async () => {
  const sent = { text: '', int: -2_147_483_648, float: 1, yes: false, id: '7', color: 'RED', any: { a: [1, null] } };

  expect(await askOf(sent, 'text int float yes id color any')).toEqual({ data: { thing: sent } });
});

test.each([
  ['list', 'list', 1],
  ['list', 'list', { 0: 1 }],
  ['object', 'thing { int }', 'text'],
  ['object', 'thing { int }', [{ int: 1 }]],
  ['object', 'named { name }', 7],
])('instead of a %s, %s gets %j', async (what, selection, value) => {
  const [field = ''] = selection.split(' ');

  const { data, errors } = await askOf({ [field]: value }, selection);

  expect(data).toEqual({ thing: { [field]: null } });
  expect(errors).toMatchObject([bad(what, field)]);
});

test.each(['Stranger', 'Nothing', 7, null, '__proto__'])(
  'an object of the type %j is none of an interface or a union',
  async (__typename) => {
    const sent = { named: { __typename, name: 'x' }, either: { __typename, name: 'x' } };

    const { data, errors } = await askOf(sent, 'named { name } either { ... on Thing { name } }');

    expect(data).toEqual({ thing: { named: null, either: null } });
    expect(errors).toMatchObject([bad('__typename', 'named'), bad('__typename', 'either')]);
  },
);

test('a wrong item is told at its place, the others stay', async () => {
  const { data, errors } = await askOf({ list: [1, 'two', null, 4] }, 'list');

  expect(data).toEqual({ thing: { list: [1, null, null, 4] } });
  expect(errors).toMatchObject([bad('value', 'list', 1)]);
});

test('a null that an inner list may not hold takes that list', async () => {
  const { data, errors } = await askOf({ lists: [[1], [2, null, 3], null, []] }, 'lists');

  expect(data).toEqual({ thing: { lists: [[1], null, null, []] } });
  expect(errors).toMatchObject([{ path: ['thing', 'lists', 1, 1] }]);
});

test('what nobody asked for is not passed on', async () => {
  expect(await askOf({ int: 1, text: 'not asked', any: {} }, 'int')).toEqual({ data: { thing: { int: 1 } } });
});
