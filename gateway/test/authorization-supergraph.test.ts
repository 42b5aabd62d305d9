import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import type { Credentials } from '../src/authorization/credentials.ts';
import { readRules } from '../src/authorization/supergraph-rules.ts';
import {
  anonymous,
  compose,
  federation,
  left,
  protect,
  protectSchema,
  signedIn,
  tidy,
  withPolicies,
  withScopes,
} from './authorization-graph.ts';

/** A supergraph by hand, with the links that are given. */
const linked = (links: string, rest = '') =>
  buildSchema(
    `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) ${links} { query: Query }
    type Query { open: String secret: String @guard ${rest} }`,
    { assumeValid: true },
  );

const SCOPES = '@link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)';
const AUTHENTICATED = 'https://specs.apollo.dev/authenticated/v0.1';

test('a supergraph without the directives needs no authorization', () => {
  expect(readRules(linked('@link(url: "https://specs.apollo.dev/tag/v0.3")'))).toBeUndefined();
  expect(readRules(linked('@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)'))).toBeUndefined();
});

test.each([
  ['imported', `@link(url: "${AUTHENTICATED}", import: [{ name: "@authenticated", as: "@guard" }], for: SECURITY)`],
  ['namespaced', `@link(url: "${AUTHENTICATED}", as: "guard", for: SECURITY)`],
  ['without a purpose', `@link(url: "${AUTHENTICATED}", as: "guard")`],
])('a directive is known by its link, not by its name: %s', async (_, link) => {
  const graph = protectSchema(linked(link, 'other: String @authenticated'));
  expect(await left(graph, '{ open secret other }', anonymous)).toBe(tidy('{ open other }'));
});

test.each([
  [
    '@core(feature: "https://specs.apollo.dev/core/v0.2")',
    `@core(feature: "${AUTHENTICATED}", as: "guard", for: SECURITY)`,
  ],
  ['@linked(url: "https://specs.apollo.dev/link/v1.0", as: "linked")', `@linked(url: "${AUTHENTICATED}", as: "guard")`],
])('links are found by what declares them: %s', async (itself, link) => {
  const schema = buildSchema(
    `schema ${itself} ${link} { query: Query } type Query { open: String secret: String @guard }`,
    { assumeValid: true },
  );
  expect(await left(protectSchema(schema), '{ open secret }', anonymous)).toBe(tidy('{ open }'));
});

test.each([
  ['@link(url: "https://example.com/vault/v1.0", for: SECURITY)', 'https://example.com/vault/v1.0'],
  [
    '@link(url: "https://specs.apollo.dev/authenticated/v0.2", for: SECURITY)',
    'https://specs.apollo.dev/authenticated/v0.2',
  ],
  ['@link(url: "https://specs.apollo.dev/policy/v1.0")', 'https://specs.apollo.dev/policy/v1.0'],
  ['@link(url: "https://specs.apollo.dev/vault", for: SECURITY)', 'https://specs.apollo.dev/vault'],
])('a protection that is not enforced refuses the supergraph: %s', (link, url) => {
  expect(() => readRules(linked(link))).toThrow(`it asks for a protection that this gateway does not enforce: ${url}`);
});

test('a schema without links is refused: nothing can be said of its directives', () => {
  expect(() => readRules(buildSchema('type Query { a: Int }'))).toThrow('it has no @link, compose it first');
});

test('a directive that makes no sense refuses the supergraph, not a request', () => {
  const scopes = (given: string) => linked(SCOPES, `x: Int @requiresScopes${given}`);
  expect(() => readRules(scopes(''))).toThrow('has a name that is not a string');
  expect(() => readRules(scopes('(scopes: [[1]])'))).toThrow('has a name that is not a string');
});

test('of no alternatives none is ever enough; a list of one may lack its brackets', async () => {
  const seen = (scopes: string, credentials: Credentials) => {
    const schema = linked(SCOPES, `x: Int @requiresScopes(scopes: ${scopes})`);
    return left(protectSchema(schema), '{ open x }', credentials);
  };
  expect(await seen('[]', withScopes('a'))).toBe(tidy('{ open }'));
  expect(await seen('[[]]', anonymous)).toBe(tidy('{ open x }'));
  expect(await seen('"a"', withScopes('a'))).toBe(tidy('{ open x }'));
  expect(await seen('"a"', anonymous)).toBe(tidy('{ open }'));
});

test('what several subgraphs ask of a field is asked together', async () => {
  const all = federation('"@authenticated", "@requiresScopes", "@policy"');
  const graph = protect(
    compose(
      `${all} type Query { open: Int shared: Int @shareable @requiresScopes(scopes: [["a"]]) mixed: Int @shareable @authenticated }`,
      `${all} type Query { shared: Int @shareable @requiresScopes(scopes: [["b"], ["c"]]) mixed: Int @shareable @policy(policies: [["p"]]) }`,
    ),
  );
  const seen = (credentials: Credentials) => left(graph, '{ open shared mixed }', credentials);
  expect(await seen(withScopes('a'))).toBe(tidy('{ open }'));
  expect(await seen(withScopes('b', 'c'))).toBe(tidy('{ open }'));
  expect(await seen(withScopes('a', 'c'))).toBe(tidy('{ open shared }'));
  expect(await seen(signedIn)).toBe(tidy('{ open }'));
  expect(await seen({ ...withPolicies('p'), isAuthenticated: false })).toBe(tidy('{ open }'));
  expect(await seen(withPolicies('p'))).toBe(tidy('{ open mixed }'));
});

test('a field, its parent and what it returns may each ask for something', async () => {
  const graph = protect(
    compose(`${federation('"@authenticated", "@requiresScopes", "@policy"')}
      type Query { open: Int box: Box }
      type Box @authenticated { id: Int code: Code @requiresScopes(scopes: [["a"]]) }
      scalar Code @policy(policies: [["p"]])`),
  );
  const seen = (credentials: Credentials) => left(graph, '{ open box { id code } }', credentials);
  const both = { ...withScopes('a'), decide: () => new Set(['p']) };
  expect(await seen({ ...both, isAuthenticated: false })).toBe(tidy('{ open }'));
  expect(await seen(withScopes('a'))).toBe(tidy('{ open box { id } }'));
  expect(await seen(withPolicies('p'))).toBe(tidy('{ open box { id } }'));
  expect(await seen(both)).toBe(tidy('{ open box { id code } }'));
});

test('a root type may be protected; the schema itself is no data', async () => {
  const graph = protect(
    compose(`${federation('"@authenticated"')} type Query @authenticated { open: Int } type Mutation { go: Int }`),
  );
  expect(await left(graph, '{ open __typename __schema { types { name } } }', anonymous)).toBe(
    tidy('{ __schema { types { name } } }'),
  );
  expect(await left(graph, 'mutation { go }', anonymous)).toBe(tidy('mutation { go }'));
});

test('a field that requires a protected one does not compose unless it is protected itself', () => {
  const compositionOf = (directive: string) => () =>
    compose(
      `${federation('"@authenticated"')} type Query { a: A } type A @key(fields: "id") { id: ID! cost: Int @authenticated }`,
      `${federation('"@authenticated"')} type A @key(fields: "id") { id: ID! cost: Int @external price: Int @requires(fields: "cost") ${directive} }`,
    );
  expect(compositionOf('')).toThrow('A.price');
  expect(compositionOf('@authenticated')).not.toThrow();
});

test('in an older supergraph the copies of an interface object are protected like it', async () => {
  const sdl = compose(
    `${federation('"@authenticated"')} type Query { item: Item } interface Item @key(fields: "id") { id: ID! } type Book implements Item @key(fields: "id") { id: ID! }`,
    `${federation('"@authenticated"')} type Item @key(fields: "id") @interfaceObject { id: ID! rating: Int @authenticated }`,
  );
  const older = sdl.replace('rating: Int @authenticated @join__field\n', 'rating: Int @join__field\n');
  expect(older).not.toBe(sdl);
  for (const supergraph of [sdl, older])
    expect(await left(protect(supergraph), '{ item { id rating ... on Book { rating } } }', anonymous)).toBe(
      tidy('{ item { id } }'),
    );
});

test('an inaccessible implementer closes what its interface would tell of it', async () => {
  const graph = protect(
    compose(`${federation('"@authenticated"')} type Query { item: Item } interface Item { id: ID! name: String }
      type Book implements Item { id: ID! name: String }
      type Secret implements Item @inaccessible { id: ID! name: String @authenticated }`),
  );
  expect(await left(graph, '{ item { id name } }', anonymous)).toBe(tidy('{ item { id } }'));
});
