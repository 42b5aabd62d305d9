import { GraphQLError, print } from 'graphql';
import { expect, test } from 'vitest';
import { credentialsOf } from '../src/authorization/credentials.ts';
import {
  anonymous,
  compose,
  federation,
  left,
  permitted,
  protect,
  rulesOf,
  signedIn,
  tidy,
  withPolicies,
  withScopes,
} from './authorization-graph.ts';

const SDL = compose(
  `${federation('"@authenticated", "@requiresScopes", "@policy"')}
  type Query { reader: Reader readers: [Reader!]! shelves: [[Reader]] }
  type Mutation { join: Reader }
  type Reader @key(fields: "id email") {
    id: ID! email: String! @authenticated
    debts: Int @requiresScopes(scopes: [["debts"]])
    notes: String @policy(policies: [["staff"], ["owner", "adult"]])
    diary: String @policy(policies: [["owner"]])
    friend: Reader
  }`,
  `${federation('"@authenticated"')}
  type Reader @key(fields: "id email") { id: ID! email: String! visits: Int }`,
);

const library = protect(SDL);

const errorsFor = async (query: string, variables: Record<string, unknown> = {}) =>
  (await permitted(library, query, anonymous))?.errors(variables).map((error) => error.toJSON()) ?? [];

const pathsFor = async (query: string, variables: Record<string, unknown> = {}) =>
  (await errorsFor(query, variables)).map(({ path }) => path?.join(' '));

test('each refused selection is told at its place in the answer', async () => {
  expect(await errorsFor('{ reader { id mail: email debts } }')).toEqual([
    {
      message: 'Sign in to see this.',
      path: ['reader', 'mail'],
      locations: [{ line: 1, column: 15 }],
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
    },
    {
      message: 'You may not see this.',
      path: ['reader', 'debts'],
      locations: [{ line: 1, column: 27 }],
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
    },
  ]);
});

test('a place in lists is one error, with @ for their elements', async () => {
  expect(await pathsFor('{ readers { email } }')).toEqual(['readers @ email']);
  expect(await pathsFor('{ all: shelves { friend { e: email } } }')).toEqual(['all @ @ friend e']);
});

test('a fragment is told wherever it is spread, a place only once', async () => {
  const mail = 'fragment Mail on Reader { email ... on Reader { email } }';
  expect(await pathsFor(`{ reader { ...Mail friend { ...Mail } } r: reader { email ...Mail } } ${mail}`)).toEqual([
    'reader email',
    'reader friend email',
    'r email',
  ]);
});

test('what is skipped is refused without a word', async () => {
  expect(await pathsFor('{ reader { id email @skip(if: true) debts @include(if: false) } }')).toEqual([]);
  const query = `query Q($short: Boolean = false, $mail: Boolean!) {
    reader { id ... @include(if: $mail) { email } friend @skip(if: $short) { id debts } }
  }`;
  expect(await pathsFor(query, { short: false, mail: true })).toEqual(['reader email', 'reader friend debts']);
  expect(await pathsFor(query, { short: true, mail: true })).toEqual(['reader email']);
  expect(await pathsFor(query, { short: true, mail: false })).toEqual([]);
});

test('a hundred errors are enough', async () => {
  const many = Array.from({ length: 150 }, (_, i) => `f${i}: email`).join(' ');
  expect(await pathsFor(`{ reader { ${many} } }`)).toHaveLength(100);
});

test('fragments that double at every step are read in no time', async () => {
  const names = Array.from({ length: 60 }, (_, i) => i);
  const fragments = names.map(
    (i) => `fragment F${i} on Reader { a: friend { ...F${i + 1} } b: friend { ...F${i + 1} } }`,
  );
  const rules = rulesOf(
    library,
    `{ reader { ...F0 email } } ${fragments.join(' ')} fragment F60 on Reader { id email }`,
  );
  const before = process.threadCpuUsage();
  const remaining = rules?.without(String(await rules.refusedFor(anonymous)));
  expect(process.threadCpuUsage(before).user).toBeLessThan(500_000);
  expect(remaining?.document && print(remaining.document)).not.toContain('email');
  expect(remaining?.errors({})).toHaveLength(100);
});

test('a plan may fetch as a key what the viewer may not see: it is named as withheld', async () => {
  const operation = await permitted(library, '{ reader { email visits friend { mail: email } } }', anonymous);
  expect(operation?.document && print(operation.document)).toBe(tidy('{ reader { visits } }'));
  expect([...(operation?.withheld ?? [])].map(print)).toEqual(['email', 'mail: email']);
});

test('an operation that touches nothing protected has no rules', () => {
  expect(rulesOf(library, '{ reader { id visits friend { id } } __schema { types { name } } }')).toBeUndefined();
});

test('only policies are waited for', async () => {
  const open = rulesOf(library, '{ reader { email debts } }');
  expect(open?.refusedFor(anonymous)).toBe('0,1');
  expect(open?.refusedFor(signedIn)).toBe('1');
  expect(open?.refusedFor(withScopes('debts'))).toBe('');

  const asked: unknown[] = [];
  const decide = async (policies: readonly string[]) => {
    asked.push(policies);
    return new Set(['owner']);
  };
  const closed = rulesOf(library, '{ reader { diary notes friend { notes } } }');
  expect(await closed?.refusedFor({ ...anonymous, decide })).toBe('1');
  expect(asked).toEqual([['owner', 'adult', 'staff']]);
  expect(closed?.refusedFor(withPolicies('owner', 'adult'))).toBe('');
});

test('a decision that is no set of policies grants none', async () => {
  // As a callback written without types might answer.
  for (const answer of [undefined, null, true, ['owner'], { owner: true }, Promise.resolve(['owner'])]) {
    const decide = () => answer as never;
    expect(await left(library, '{ reader { diary } }', { ...signedIn, decide })).toBe('');
  }
});

test('a mutation of which nothing may be seen is not carried out', async () => {
  expect(await left(library, 'mutation { join { email } }', anonymous)).toBe('');
  expect(await left(library, 'mutation { join { id email } }', anonymous)).toBe('mutation {\n  join {\n    id\n  }\n}');
});

test('other operations of a document are left out, its name stays', async () => {
  const query = 'query Mine { reader { id email } } query Other { reader { id } }';
  expect(await left(library, query, anonymous)).toBe('query Mine {\n  reader {\n    id\n  }\n}');
});

test('in mode reject an operation is refused as a whole', async () => {
  const strict = protect(SDL, { mode: 'reject' });
  const refusal = async (query: string, credentials = anonymous, variables = {}) => {
    const operation = await permitted(strict, query, credentials);
    try {
      return operation?.errors(variables);
    } catch (error) {
      return error instanceof GraphQLError ? error.extensions.code : error;
    }
  };
  expect(await refusal('{ reader { id email debts } }')).toBe('UNAUTHENTICATED');
  expect(await refusal('{ reader { id email debts } }', signedIn)).toBe('FORBIDDEN');
  expect(await refusal('{ reader { id email debts } }', withScopes('debts'))).toBeUndefined();
  const optional = 'query Q($mail: Boolean!) { reader { id email @include(if: $mail) } }';
  expect(await refusal(optional, anonymous, { mail: true })).toBe('UNAUTHENTICATED');
  expect(await refusal(optional, anonymous, { mail: false })).toEqual([]);
});

test('a viewer of Nexus is signed in, without scopes', () => {
  expect(credentialsOf({ viewer: undefined })).toEqual({ isAuthenticated: false, scopes: new Set() });
  expect(credentialsOf({ viewer: { id: 'a', sessionId: 'b' } })).toEqual({ isAuthenticated: true, scopes: new Set() });
});
