import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import type { Credentials } from '../src/authorization/credentials.ts';
import { CASES, INHERITED, subgraphs } from './authorization-cases.ts';
import { anonymous, compose, federation, protect, signedIn, withScopes } from './authorization-graph.ts';
import { writeQuery } from './authorization-random.ts';
import { choices, credentialsOf, may, RULED, type Somebody, somebody } from './authorization-ruled.ts';
import { type Answer, startProtectedGateway } from './authorization-toys.ts';

const PEOPLE = { anonymous, 'signed in': signedIn, librarian: withScopes('debts') };

/** All that is protected, as coordinates; each is also the value that the subgraphs answer there. */
const PROTECTED =
  /^(Doc\.(secret|shared|summary|code|codes|level)|Secret\.|Closed\.|Vault\.|Thing\.|Film\.label|Item\.(label|rating)|(Book|Film)\.rating|Query\.(hidden|secrets?|thing|locked)|Mutation\.wipe)/;

/** What the values of protected fields look like where they are no coordinates: the rating, and the level. */
const UNNAMED = new Set<unknown>([777, 'LOW']);

const LIBRARY = [
  `${federation('"@authenticated", "@requiresScopes"')}
  type Query { reader: Reader readers: [Reader!]! strict: Strict }
  type Reader @key(fields: "id email") {
    id: ID! email: String @authenticated debts: Int @requiresScopes(scopes: [["debts"]]) friend: Reader name: String
  }
  type Strict { name: String! @authenticated open: String self: Strict! }`,
  `${federation('"@authenticated"')}
  type Reader @key(fields: "id email") { id: ID! email: String visits: String }`,
];

const paths = ({ errors = [] }: Answer) => errors.map(({ path }) => path?.join(' '));

test('nothing protected is asked of a subgraph or answered, however it is asked', async () => {
  await using gateway = await startProtectedGateway(subgraphs('"@authenticated"', '@authenticated'), PEOPLE);
  for (const [query, left] of [...Object.values(CASES).flat(), ...INHERITED])
    for (const turn of [0, 1]) {
      gateway.take(turn);
      const variables = { v: true, code: 'c' };
      const { data, errors = [] } = await gateway.ask('anonymous', query, variables);
      expect(protectedIn(data), query).toEqual([]);
      expect(
        [...gateway.asked()].filter((coordinate) => PROTECTED.test(coordinate)),
        query,
      ).toEqual([]);
      if (query === left) expect(errors).toEqual([]);
      else
        expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
          new Set(['UNAUTHORIZED_FIELD_OR_TYPE']),
        );
    }
});

test('random operations answer nobody what is not for them', async () => {
  const people: Record<string, Credentials> = {};
  await using gateway = await startProtectedGateway(RULED, people);
  const { schema } = protect(compose(...RULED));
  let answered = 0;
  const property = fc.asyncProperty(choices, somebody, fc.nat(5), async (choices, by, turn) => {
    const query = writeQuery(schema, choices);
    fc.pre(validate(schema, parse(query)).length === 0);
    people.somebody = credentialsOf(by);
    gateway.take(turn);
    const { data, errors = [] } = await gateway.ask('somebody', query, { yes: true, no: false });
    expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
    const coordinates = coordinatesIn(data);
    answered += coordinates.length;
    expect(coordinates.filter((coordinate) => !isFor(by, coordinate))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 200 });
  expect(answered).toBeGreaterThan(50);
}, 60_000);

test('who may see everything gets it all', async () => {
  await using gateway = await startProtectedGateway(subgraphs('"@authenticated"', '@authenticated'), PEOPLE);
  const seen: string[] = [];
  for (const [query, left] of [...Object.values(CASES).flat(), ...INHERITED])
    for (const turn of [0, 1]) {
      gateway.take(turn);
      const { data, errors } = await gateway.ask('signed in', query, { v: true, code: 'c' });
      expect(errors, query).toBeUndefined();
      seen.push(...protectedIn(data));
      if (query === left) expect(protectedIn(data)).toEqual([]);
    }
  expect(new Set(seen).size).toBeGreaterThan(8);
});

test('what a plan needs as a key is not shown to who may not see it', async () => {
  await using gateway = await startProtectedGateway(LIBRARY, PEOPLE);

  const answer = await gateway.ask('anonymous', '{ reader { visits email mail: email ... on Reader { e: email } } }');

  expect(gateway.asked()).toContain('Reader.email');
  expect(answer.data).toEqual({ reader: { visits: 'Reader.visits', email: null, mail: null, e: null } });
  expect(paths(answer)).toEqual(['reader email', 'reader mail', 'reader e']);
});

test('each viewer is answered by their own rights, whoever asked before', async () => {
  await using gateway = await startProtectedGateway(LIBRARY, PEOPLE);
  const query = '{ reader { email debts } }';
  for (const _ of [1, 2]) {
    expect(await gateway.ask('signed in', query)).toMatchObject({
      data: { reader: { email: 'Reader.email', debts: null } },
    });
    expect((await gateway.ask('anonymous', query)).data).toEqual({ reader: null });
    expect(await gateway.ask('librarian', query)).toEqual({ data: { reader: { email: 'Reader.email', debts: 777 } } });
  }
});

test('a refused value that may not be null takes its object with it', async () => {
  await using gateway = await startProtectedGateway(LIBRARY, PEOPLE);
  const answer = await gateway.ask('anonymous', '{ strict { open name } }');
  expect(answer.data).toEqual({ strict: null });
  expect(paths(answer)).toEqual(['strict name']);
});

test('a field that is left empty is null, and is told of by what it would have held', async () => {
  await using gateway = await startProtectedGateway(LIBRARY, PEOPLE);
  const answer = await gateway.ask(
    'anonymous',
    '{ reader { friend { email } name } strict { open self { n: name } } }',
  );
  expect(answer.data).toEqual({ reader: { friend: null, name: 'Reader.name' }, strict: null });
  expect(paths(answer)).toEqual(['reader friend email', 'strict self n']);
});

test('a field that is left empty by one selection is answered for another', async () => {
  await using gateway = await startProtectedGateway(LIBRARY, PEOPLE);
  const query = '{ ...A ...B } fragment A on Query { reader { email } } fragment B on Query { reader { name } }';
  const answer = await gateway.ask('anonymous', query);
  expect(answer.data).toEqual({ reader: { email: null, name: 'Reader.name' } });
  expect(paths(answer)).toEqual(['reader email']);
});

test('of an object that is not for the viewer its type is told, and nothing else', async () => {
  await using gateway = await startProtectedGateway(subgraphs('"@authenticated"', '@authenticated'), PEOPLE);
  const named = await gateway.ask('anonymous', '{ anys { __typename ... on Closed { __typename name } } }');
  expect(named.data).toEqual({ anys: [{ __typename: 'Open' }, { __typename: 'Closed', name: null }] });
});

test('in mode reject nothing is asked of subgraphs', async () => {
  await using gateway = await startProtectedGateway(LIBRARY, PEOPLE, { mode: 'reject' });
  const answer = await gateway.ask('anonymous', '{ readers { name email } }');
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  expect(gateway.asked()).toEqual(new Set());
});

/** The values of an answer that are those of protected fields. */
const protectedIn = (data: unknown): string[] =>
  leavesIn(data)
    .filter((value) => UNNAMED.has(value) || PROTECTED.test(String(value)))
    .map(String);

/** The fields that an answer has values of, in the graph of many rules. */
const coordinatesIn = (data: unknown): string[] =>
  leavesIn(data).flatMap((value) => {
    if (value === 777) return ['Book.price'];
    if (value === 'LOW') return ['Doc.level'];
    return typeof value === 'string' && value.includes('.') ? [value] : [];
  });

function isFor(by: Somebody, coordinate: string): boolean {
  const [type = '', field] = coordinate.split('.');
  const returned = field === 'code' ? 'Code' : field === 'level' ? 'Level' : '';
  return may(by, type, coordinate, returned);
}

function leavesIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesIn) : [value];
}
