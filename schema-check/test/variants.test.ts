import type { Variants } from '@nexus/gateway/composition/variants';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { checkChange } from '../src/check.ts';
import type { Finding } from '../src/finding.ts';
import { buildGraph } from '../src/graph/build-graph.ts';
import type { Operation } from '../src/operation.ts';
import { POSTS, USERS, usersWithout } from './small-graph.ts';

const PUBLIC: Variants = { public: { exclude: ['internal'] } };

const graph = (users: string, variants = PUBLIC) =>
  buildGraph({
    subgraphs: [
      { name: 'users', url: 'http://users.test/graphql', file: 'users.graphql', text: users },
      { name: 'posts', url: 'http://posts.test/graphql', file: 'posts.graphql', text: POSTS },
    ],
    variants,
  });

const ME: Operation = {
  id: 'me',
  name: 'Me',
  document: parse('query Me { me { email } }'),
  origin: 'trusted',
  count: 0,
  clients: [],
};

const INTERNAL_EMAIL = USERS.replace('email: String', 'email: String @tag(name: "internal")');

test('what goes from a variant alone is told of it', async () => {
  const findings = await checkChange({ base: graph(USERS), head: graph(INTERNAL_EMAIL), operations: [ME] });

  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'FIELD_REMOVED',
      severity: 'error',
      coordinate: 'User.email',
      variant: 'public',
      place: { file: 'users.graphql', line: 11, column: 3 },
      operations: [ME],
    }),
  );
});

test('a tag that nothing has is told, once it is in a variant', async () => {
  const misspelt = graph(INTERNAL_EMAIL, { public: { exclude: ['interal'] }, partner: { include: ['internal'] } });
  const findings = await checkChange({ base: graph(INTERNAL_EMAIL), head: misspelt, operations: [] });

  expect(told(findings, 'TAG_UNUSED')).toMatchObject([
    {
      severity: 'warning',
      message: 'The variant public excludes "interal", and nothing in the schemas has that tag.',
      remedy: 'Mend the name in variants.yaml, or tag what it means.',
    },
  ]);
  expect(told(await checkChange({ base: misspelt, head: misspelt, operations: [] }), 'TAG_UNUSED')).toEqual([]);
});

test('what goes from the whole graph is told once', async () => {
  const findings = await checkChange({ base: graph(USERS), head: graph(usersWithout('email')), operations: [ME] });

  expect(told(findings, 'FIELD_REMOVED')).toMatchObject([{ coordinate: 'User.email', variant: undefined }]);
});

test('what a variant does not show may go without a word of it', async () => {
  const base = graph(INTERNAL_EMAIL);
  const findings = await checkChange({ base, head: graph(usersWithout('email')), operations: [ME] });

  expect(findings.filter(({ variant }) => variant !== undefined)).toEqual([]);
});

test('a variant that comes is said, one that goes is an error', async () => {
  const without = graph(INTERNAL_EMAIL, {});

  expect(await checkChange({ base: without, head: graph(INTERNAL_EMAIL), operations: [ME] })).toMatchObject([
    { code: 'VARIANT_ADDED', severity: 'notice', variant: 'public' },
  ]);
  expect(await checkChange({ base: graph(INTERNAL_EMAIL), head: without, operations: [ME] })).toMatchObject([
    { code: 'VARIANT_REMOVED', severity: 'error', variant: 'public' },
  ]);
});

test('where the base does not compose, that is said and nothing is refused for it', async () => {
  const base = graph(INTERNAL_EMAIL.replace('email: String', 'email: Strin'));
  const findings = await checkChange({ base, head: graph(INTERNAL_EMAIL), operations: [ME] });

  expect(findings).toMatchObject([
    { code: 'BASE_NOT_COMPOSED', severity: 'warning', place: { file: 'users.graphql', line: 11 } },
  ]);
});

const told = (findings: readonly Finding[], code: string) => findings.filter((finding) => finding.code === code);
