import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  Source,
} from 'graphql';
import { expect, test } from 'vitest';
import { composeVariant, readVariants, type Variant } from '../src/composition/variants.ts';
import { supergraphFile } from '../src/supergraph-file.ts';
import { federated } from './differential/test-graph.ts';
import { supergraphOf } from './executor/small-graph.ts';

const supergraph = (sdl: string, other = 'type Query { other: Int }') =>
  supergraphOf({ a: { sdl }, b: { sdl: other } });

/** Type names and coordinates of the API that are of the test's own. */
function elementsOf(api: GraphQLSchema): string[] {
  const types = Object.values(api.getTypeMap()).filter(
    ({ name }) => !/^(__|ID$|Int$|String$|Boolean$|Float$)/.test(name),
  );
  return types.flatMap((type) => {
    if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
    if (isInputObjectType(type))
      return [type.name, ...Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
    const fields = Object.values(type.getFields()).map(
      (field) => `${type.name}.${field.name}(${field.args.map(({ name }) => name)})`,
    );
    return [type.name, ...fields.map((field) => field.replace('()', ''))];
  });
}

function visible(sdl: string, variant: Variant): string[] {
  const composed = composeVariant(supergraph(sdl), variant);
  if ('problems' in composed) throw new Error(composed.problems.map(({ message }) => message).join('\n'));
  return elementsOf(composed.api);
}

function problems(sdl: string, variant: Variant): string[] {
  const document = parse(new Source(federated(sdl), 'a.graphql'));
  const composed = composeVariant(supergraph(sdl), variant, [
    { name: 'a', url: 'http://a.test/', file: 'a.graphql', document },
  ]);
  const found = 'problems' in composed ? composed.problems : [];
  return found.map(({ code, places }) => `${code} ${places.map(({ file, line }) => `${file}:${line}`)}`);
}

const X = '@tag(name: "x")';
const Y = '@tag(name: "y")';

test.each<[rule: string, sdl: string, Variant, gone: string[], left: string[]]>([
  [
    'an excluded tag hides a field, an argument, an enum value and an input field',
    `type Query { a(b: Int ${X} c: Int e: E i: I): Int d: Int ${X} } enum E { F G ${X} } input I { j: Int k: Int ${X} }`,
    { exclude: ['x'] },
    ['Query.d', 'E.G', 'I.k', 'Query.a(b,c,e,i)'],
    ['Query.a(c,e,i)', 'E.F', 'I.j'],
  ],
  [
    'an excluded tag hides types of every kind',
    `type Query { a: Int b: T ${X} c: S ${X} d(e: E ${X} i: I ${X}): Int f: U ${X} }
     type T ${X} { a: Int } scalar S ${X} enum E ${X} { F } input I ${X} { j: Int } union U ${X} = V type V { a: Int }`,
    { exclude: ['x'] },
    ['T', 'S', 'E', 'I', 'U', 'V'],
    ['Query.a', 'Query.d'],
  ],
  [
    'an included tag is needed by fields and unions, not by arguments, values and input fields',
    `type Query { a(e: E i: I): T ${X} b: Int c: U ${X} d: W ${X} } type T { a: Int ${X} b: Int } enum E { F }
     input I { j: Int } union U ${X} = T union W ${X} = T`,
    { include: ['x'] },
    ['Query.b', 'T.b'],
    ['Query.a(e,i)', 'T.a', 'E.F', 'I.j', 'U', 'W'],
  ],
  [
    'the tags of a type are those of its fields',
    `type Query ${X} { a: T } type T ${X} { a: Int b: Int } type O { a: Int }`,
    { include: ['x'] },
    ['O'],
    ['Query.a', 'T.a', 'T.b'],
  ],
  [
    'an excluded tag wins over an included one',
    `type Query ${X} { a: Int b: Int ${Y} }`,
    { include: ['x'], exclude: ['y'] },
    ['Query.b'],
    ['Query.a'],
  ],
  [
    'a type goes with its last field, an enum with its last value, a union with its last member',
    `type Query { a: Int b: T ${X} c(e: E ${X} i: I ${X}): U ${X} } type T { a: Int ${X} } enum E { F ${X} }
     input I { j: Int ${X} } union U = T`,
    { exclude: ['x'] },
    ['T', 'E', 'I', 'U', 'Query.b', 'Query.c(e,i)'],
    ['Query.a'],
  ],
  [
    'types that nothing leads to any more go, also those that only name each other',
    `type Query { a: Int b: T ${X} } type T { u: U } type U { t: T e(i: I): E } enum E { F } input I { j: Int }`,
    { exclude: ['x'] },
    ['T', 'U', 'E', 'I'],
    ['Query.a'],
  ],
  [
    'an object stays that an interface leads to; one that only shares an unasked interface goes',
    `type Query { n: N m: M ${X} o: O } interface N { a: Int } interface M { b: Int }
     type T implements N { a: Int } type O implements M { b: Int } type P implements M { b: Int }`,
    { exclude: ['x'] },
    ['P'],
    ['T', 'N', 'O', 'M'],
  ],
  [
    'a union keeps its other members',
    `type Query { u: U } union U = T | O type T ${X} { a: Int } type O { b: Int }`,
    { exclude: ['x'] },
    ['T'],
    ['U', 'O'],
  ],
  [
    'what is inaccessible already stays so, and what only that led to goes',
    `type Query { a: Int b: T @inaccessible c: Int ${X} } type T { a: Int }`,
    { exclude: ['x'] },
    ['Query.b', 'T'],
    ['Query.a'],
  ],
  [
    'a mutation without fields is none',
    `type Query { a: Int } type Mutation { b: Int ${X} }`,
    { exclude: ['x'] },
    ['Mutation'],
    ['Query.a'],
  ],
])('%s', (...[, sdl, variant, gone, left]) => {
  const shown = visible(sdl, variant);

  expect(shown.filter((element) => gone.includes(element))).toEqual([]);
  expect(left.filter((element) => !shown.includes(element))).toEqual([]);
});

test.each<[problem: string, sdl: string, expected: string[]]>([
  [
    'an argument that is required',
    `type Query {\n a: Int\n b(\n c: Int! ${X}\n ): Int }`,
    ['REQUIRED_INACCESSIBLE a.graphql:8'],
  ],
  [
    'an input field that is required',
    `type Query { a(i: I): Int }\ninput I { j: Int\n k: Int! ${X} }`,
    ['REQUIRED_INACCESSIBLE a.graphql:7'],
  ],
  [
    'a type that a field answers with',
    `type Query { a: T }\ntype T ${X} { b: Int }`,
    ['REFERENCED_INACCESSIBLE a.graphql:6,a.graphql:5'],
  ],
  [
    'a field that an interface promises',
    `type Query { n: N }\ninterface N { a: Int b: Int }\ntype T implements N { a: Int b: Int ${X} }`,
    ['IMPLEMENTED_BY_INACCESSIBLE a.graphql:7,a.graphql:6'],
  ],
  [
    'a default value',
    `type Query { a(e: E = F): Int }\nenum E { F ${X} G }`,
    ['DEFAULT_VALUE_USES_INACCESSIBLE a.graphql:6,a.graphql:5'],
  ],
  ['all of Query', `type Query ${X} { a: Int }`, ['QUERY_ROOT_TYPE_INACCESSIBLE a.graphql:5']],
])('a variant cannot hide %s, and is told so with the place', (_, sdl, expected) => {
  expect(problems(sdl, { exclude: ['x'] })).toEqual(expected);
});

test('a variant of everything is the supergraph itself', () => {
  const whole = supergraph(`type Query { a: Int ${X} }`);

  expect(composeVariant(whole, {})).toMatchObject({ supergraph: whole });
});

test('a variant that is not there is one sentence, which names those that are', () => {
  expect(supergraphFile('public')).toMatch(/gateway\/schemas\/public\.graphql$/);
  expect(() => supergraphFile('nobody')).toThrow('There is no variant nobody: there are internal, partner, public.');
});

test.each([
  ['a tag twice', 'variants: { a: { include: [x], exclude: [x] } }', 'both included and excluded'],
  ['an unknown word', 'variants: { a: { exlude: [x] } }', 'exlude'],
  ['a name with a slash', 'variants: { ../a: {} }', 'at variants["../a"]'],
  ['a tag with a space', 'variants: { a: { include: ["x y"] } }', 'a tag has'],
  ['no YAML', 'variants: [', 'variants.yaml does not declare variants'],
])('a file with %s declares no variants, which is one message', async (_, text, message) => {
  const folder = await mkdtemp(join(tmpdir(), 'variants-'));
  const file = join(folder, 'variants.yaml');
  await writeFile(file, text);

  await expect(readVariants(file)).rejects.toThrow(message);
  await rm(folder, { recursive: true });
});
