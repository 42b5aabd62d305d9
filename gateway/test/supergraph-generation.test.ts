import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createGeneration } from '../src/supergraph/generation.ts';
import { readTypes } from '../src/supergraph/supergraph-types.ts';
import { longestDelay } from './event-loop-delay.ts';
import { explodingGraph } from './exploding-graph.ts';

const NEXUS = await readFile(new URL('../supergraph.graphql', import.meta.url), 'utf8');

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@inaccessible", "@override", "@tag", "@authenticated", "@composeDirective"])`;

const EVERYTHING = composed({
  one: `${LINK} @link(url: "https://example.com/shout/v1.0", import: ["@shout"]) @composeDirective(name: "@shout")
    directive @shout on FIELD_DEFINITION
    directive @loud(times: Int = 2) on FIELD | QUERY
    "A moment." scalar Moment @specifiedBy(url: "https://example.com/moment")
    "What there is." type Query { "All of it." things(at: Moment = "now", hidden: Int @inaccessible): [Thing!]! @shout }
    type Thing @key(fields: "id") { id: ID! old: Int @deprecated(reason: "It is old.") secret: Int @inaccessible
      moved: Int @tag(name: "x") private: Int @authenticated kind: Kind }
    enum Kind { A B @deprecated C @inaccessible }
    input Unused { a: Int = 1 }`,
  two: `${LINK} directive @loud(times: Int = 2) on FIELD | QUERY
    type Thing @key(fields: "id") { id: ID! moved: Int @override(from: "one", label: "percent(10)") }`,
});

function composed(schemas: Record<string, string>): string {
  const { supergraphSdl = '' } = composeServices(
    Object.entries(schemas).map(([name, sdl]) => ({ name, url: `http://127.0.0.1:1/${name}`, typeDefs: parse(sdl) })),
  );
  return supergraphSdl;
}

test.each([
  ['Nexus', NEXUS],
  ['a graph with every directive', EVERYTHING],
  ['a graph of interfaces', explodingGraph()],
])('the schema that clients see of %s, and the types, are those of Apollo', async (_, sdl) => {
  await using generation = await load(sdl);
  const apollo = Supergraph.buildForTests(sdl);
  const api = printSchema(apollo.apiSchema().toGraphQLJSSchema());

  expect(printSchema(generation.apiSchema)).toBe(api);
  expect(generation.apiHash).toBe(hash('sha256', api));
  expect(generation.types).toEqual(readTypes(apollo.schema.toGraphQLJSSchema()));
});

async function load(sdl: string) {
  const generation = await createGeneration(sdl);
  return { ...generation, [Symbol.asyncDispose]: generation.close };
}

test('the label of a progressive override decides which subgraph is asked', async () => {
  await using generation = await load(EVERYTHING);
  const plan = async (isMoved: boolean) => {
    const overrides = { 'percent(10)': isMoved };
    return JSON.stringify(
      await generation.planner.plan({ document: '{ things { moved } }', operationName: undefined, overrides }),
    );
  };

  expect(generation.overrideLabels).toEqual(['percent(10)']);
  expect(await plan(false)).not.toContain('"two"');
  expect(await plan(true)).toContain('"two"');
});

test('the subgraphs are where the supergraph or the caller says', async () => {
  const generation = await createGeneration(EVERYTHING, { subgraphUrls: { two: 'http://two.example.com/graphql' } });
  await generation.close();

  expect(generation.subgraphs).toEqual([
    { name: 'one', url: 'http://127.0.0.1:1/one' },
    { name: 'two', url: 'http://two.example.com/graphql' },
  ]);
});

test.each([
  ['no GraphQL', 'type {', /^Syntax Error: Expected Name, found "{"\. \(line 1, column 6\)$/],
  ['a plain schema', 'type Query { a: Int }', /^it names no subgraphs, compose it first$/],
  [
    'a subgraph without an address',
    EVERYTHING.replace('http://127.0.0.1:1/two', ''),
    /^the URL of subgraph two is not/,
  ],
  [
    'a feature nobody knows',
    EVERYTHING.replace('schema', 'schema @link(url: "https://example.com/locks/v1.0", for: SECURITY)'),
    /^feature https:\/\/example.com\/locks\/v1.0 is for: SECURITY but is unsupported$/,
  ],
  ['a type that is not there', EVERYTHING.replace('kind: Kind', 'kind: Sort'), /^Unknown type Sort|Sort/],
])('a supergraph with %s is refused with the reason in one line', async (_, sdl, reason) => {
  const refused: unknown = await createGeneration(sdl).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(Error);
  expect(String(refused).replace(/^\w+: /, '')).toMatch(reason);
  expect(String(refused)).not.toContain('\n');
});

test('loading a supergraph holds up nothing for 50 ms', async () => {
  const delay = await longestDelay(async () => {
    await using _ = await load(NEXUS);
  });

  expect(delay).toBeLessThan(50);
});
