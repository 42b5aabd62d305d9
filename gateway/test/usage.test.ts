import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createClientNames } from '../src/usage/client-names.ts';
import { createDescribe } from '../src/usage/describe-operation.ts';
import { exportUsage } from '../src/usage/export-usage.ts';
import { normaliseOperation } from '../src/usage/normalise-operation.ts';
import { reportUsage } from '../src/usage/report-usage.ts';
import { createTally } from '../src/usage/tally.ts';
import type { UsageRow } from '../src/usage/usage.store.ts';
import { usageExport } from '../src/usage/usage-export.ts';

const SCHEMA = buildSchema(`
  scalar Json
  type Query {
    person(id: ID, handle: String, where: Where, extra: Json, limit: Float): Person
    people(ids: [ID!], first: Int = 20, order: [Order!]): [Person!]
    named: Named
  }
  interface Named { name: String }
  type Person implements Named {
    name: String
    email: String @deprecated(reason: "Ask for contact.")
    friends(first: Int, since: String @deprecated(reason: "Unused.")): [Person!]
    isOld: Boolean
  }
  input Where { name: String order: Order old: Boolean inner: [Where!] nick: String @deprecated(reason: "Use name.") }
  enum Order { NEW OLD @deprecated(reason: "Use NEW.") }
`);

function asked(text: string, name?: string) {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('It has no such operation.');
  return { document, operation };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const normalised = (text: string, name?: string) => oneLine(normaliseOperation(asked(text, name), SCHEMA).body);
const describe = (text: string) => createDescribe()(asked(text), SCHEMA);

test.each([
  [
    'texts and ids',
    '{ person(id: "secret", handle: """secret""") { name } }',
    '{ person(id: "", handle: "") { name } }',
  ],
  [
    'numbers',
    '{ person(limit: 47.5) { friends(first: 47) { name } } }',
    '{ person(limit: 1.0) { friends(first: 1) { name } } }',
  ],
  ['how many there are', '{ people(ids: ["a", "b"]) { name } }', '{ people(ids: [""]) { name } }'],
  [
    'defaults',
    'query ($n: Int = 47) { people(first: $n) { name } }',
    'query ($n: Int = 1) { people(first: $n) { name } }',
  ],
  [
    "scalars of one's own, with names in them",
    '{ person(extra: {ann: ["x", y]}) { name } }',
    '{ person(extra: "") { name } }',
  ],
  [
    'booleans, but not conditions',
    '{ person(where: {old: true}) { name @include(if: true) } }',
    '{ person(where: {old: false}) { name @include(if: true) } }',
  ],
  ['aliases', '{ ann: person { me: name name: name } }', '{ alias1: person { alias2: name name } }'],
  [
    'foreign operations and fragments',
    'query A { person { ...F } } fragment F on Person { name } query B { named { name } }',
    'query A { person { ...F } } fragment F on Person { name }',
  ],
])('a normalised operation has no %s', (_, text, expected) => {
  expect(normalised(text, text.includes('query A') ? 'A' : undefined)).toBe(expected);
});

test('what is of the schema stays, and the result is valid', () => {
  const text =
    '{ a: person(id: "1", where: {order: OLD, inner: [{name: null}]}) { name } b: person(id: "2") { name } }';

  expect(normalised(text)).toContain('where: {order: OLD, inner: [{name: null}]}');
  expect(validate(SCHEMA, parse(normalised(text)))).toEqual([]);
});

test('an operation is the same whatever its values, layout and comments', () => {
  const ids = [
    '{ person(id: "1") { name } }',
    '{ # Ann\n  x: person(id:"2"){name} }',
    '{ person(id: 3) { name } }',
  ].map((text) => normaliseOperation(asked(text.replace('x: ', '')), SCHEMA).id);

  expect(new Set(ids.slice(0, 2)).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f]{64}$/);
});

test('coordinates tell fields, arguments, input fields and enum values, and nothing of introspection', () => {
  const used =
    describe(`query ($w: Where) { __typename person(where: {order: OLD}) { __typename ...F } people(first: 3) { name @skip(if: true) } }
    fragment F on Named { name }`);

  expect(used?.coordinates).toEqual([
    'Named.name',
    'Order.OLD',
    'Person.name',
    'Query.people',
    'Query.people(first:)',
    'Query.person',
    'Query.person(where:)',
    'Where.order',
  ]);
  expect(describe('{ __schema { types { name } } }')).toBeUndefined();
});

test('variables tell which input fields and enum values they give, and no value', () => {
  const given = new Set<string>();
  const collect = describe(
    'query ($w: Where, $o: [Order!], $id: ID) { person(id: $id, where: $w) { name } people(order: $o) { name } }',
  )?.collectGiven;

  collect?.({ w: { name: 'secret', inner: [{ nick: null }], secret: 1 }, o: ['NEW', 'secret'], id: 'secret' }, given);

  expect([...given]).toEqual(['Where.name', 'Where.inner', 'Where.nick', 'Order.NEW']);
});

test('a million values in variables are not looked through', () => {
  const collect = describe('query ($w: Where) { person(where: $w) { name } }')?.collectGiven;
  let looked = 0;
  const counting = { enumerable: true, get: () => void looked++ };
  const inner = Array.from({ length: 100_000 }, () => Object.defineProperty({}, 'name', counting));

  collect?.({ w: { inner } }, new Set());

  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThanOrEqual(500);
});

test('clients are known by their names, within bounds', () => {
  const clientOf = createClientNames(2);
  const named = (name: string, version = '1') =>
    clientOf({ 'apollographql-client-name': name, 'apollographql-client-version': version });

  expect(clientOf(undefined)).toEqual({ name: 'unnamed', version: '' });
  expect(named('web')).toBe(named('web'));
  expect(named('web')).toEqual({ name: 'web', version: '1' });
  expect([named('ios'), named('web', '2'), named('x'.repeat(65)), named('a\nb')].map(({ name }) => name)).toEqual(
    Array(4).fill('other'),
  );
});

test('a day counts so many operations and clients, also when nobody takes them', () => {
  const tally = createTally({ operations: 2, text: 1_000, pairs: 3 });
  const operation = (id: string) => ({ id, name: '', body: id, coordinates: ['Query.named'], collectGiven: undefined });
  const clients = ['a', 'b', 'c', 'd'].map((name) => ({ name, version: '' }));

  for (const id of ['1', '2', '3']) for (const client of clients) tally.add(operation(id), client, 1);
  const batch = tally.take(4);
  expect([...batch.keys()]).toEqual(['1']);
  const rest = tally.take(100);
  tally.putBack(batch);
  tally.putBack(rest);

  const counted = [...tally.take(100)].map(([id, entry]) => [
    id,
    [...entry.clients].map(([{ name }, { requests }]) => `${name} ${requests}`),
  ]);
  expect(counted).toEqual([
    ['1', ['a 1', 'b 1', 'c 1', 'other 1']],
    ['2', ['other 4']],
  ]);
  expect(tally.startDay()).toBe(4);
  expect(tally.add(operation('3'), { name: 'a', version: '' }, 1)).toBeDefined();
});

const row = (over: Partial<UsageRow>): UsageRow => ({
  id: '0'.repeat(64),
  name: 'One',
  body: '{ named { name } }',
  coordinates: ['Query.named', 'Named.name'],
  clientName: 'web',
  clientVersion: '1',
  requests: 3.4,
  lastSeenOn: '2026-11-20',
  sampleRate: 0.5,
  given: [],
  ...over,
});

const ROWS = [
  row({}),
  row({ clientName: 'ios', requests: 1, given: ['Where.nick'] }),
  row({
    id: '1'.repeat(64),
    name: 'Two',
    requests: 9,
    coordinates: ['Person.email', 'Order.OLD', 'Person.friends(since:)'],
  }),
];

test('an export is what schema checks read', () => {
  const exported = exportUsage(ROWS, { from: '2026-11-01T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' });

  expect(usageExport.parse(JSON.parse(JSON.stringify(exported)))).toEqual(exported);
  expect(exported).toMatchObject({
    sampleRate: 0.5,
    operations: [
      { name: 'Two', count: 9 },
      { name: 'One', count: 4, givenInVariables: ['Where.nick'] },
    ],
  });
  expect(exported.operations[1]?.clients.map(({ name, count }) => `${name} ${count}`)).toEqual(['web 3', 'ios 1']);
});

test('a report shows unused fields, deprecated ones that are in use and by whom, and the most used operations', () => {
  const report = reportUsage(ROWS, SCHEMA);

  expect(report.unused).toEqual([
    { type: 'Query', fields: ['person', 'people'], isWhole: false },
    { type: 'Person', fields: ['friends', 'isOld'], isWhole: false },
  ]);
  expect(report.deprecated.map(({ coordinate, users }) => [coordinate, users.map(({ client }) => client)])).toEqual([
    ['Person.email', ['web 1']],
    ['Person.friends(since:)', ['web 1']],
    ['Where.nick', ['ios 1']],
    ['Order.OLD', ['web 1']],
  ]);
  expect(report.operations.map(({ name, requests }) => `${name} ${requests}`)).toEqual(['Two 9', 'One 4']);
});
