import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startRepository } from './repository.ts';
import { SMALL_GRAPH, USERS, usersWithout } from './small-graph.ts';

const { 'supergraph.yaml': CONFIG, 'users.graphql': _, ...REST } = SMALL_GRAPH;

const unreadable: [what: string, main: Record<string, string>, reason: string][] = [
  ['has no graph yet', { ...REST, 'users.graphql': USERS }, 'There is no supergraph.yaml in main'],
  ['lacks a schema', { ...REST, 'supergraph.yaml': CONFIG }, 'There is no users.graphql in main'],
  ['has a broken list', { ...SMALL_GRAPH, 'supergraph.yaml': 'subgraphs: [' }, 'supergraph.yaml is not a supergraph'],
  [
    'has broken variants',
    { ...SMALL_GRAPH, 'variants.yaml': 'variants: [' },
    'variants.yaml does not declare variants',
  ],
];

test.each(unreadable)('where main %s, a change that mends it can be checked', async (_, main, reason) => {
  await using repository = await startRepository(main);
  await repository.write({ ...SMALL_GRAPH, 'variants.yaml': 'variants: {}\n' });

  const { code, out } = await repository.check();

  expect(code).toBe(0);
  expect(out).toContain('BASE_NOT_COMPOSED');
  expect(out).toContain(`The graph as it was does not compose (${reason}`);
});

test('a schema behind a link is the one that it leads to', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  const at = (file: string) => join(repository.folder, file);
  renameSync(at('users.graphql'), at('people.graphql'));
  symlinkSync('people.graphql', at('users.graphql'));
  repository.git('add', '.');
  repository.git('commit', '--quiet', '-m', 'A link');
  repository.git('branch', '--force', 'main');
  await repository.write({ 'people.graphql': usersWithout('email') });

  expect(await repository.check()).toMatchObject({
    code: 1,
    out: expect.stringContaining('FIELD_REMOVED  User.email'),
  });
});

test('files from other systems are the same files', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  const elsewhere = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
  await repository.write(
    Object.fromEntries(Object.entries(SMALL_GRAPH).map(([name, text]) => [name, elsewhere(text)])),
  );

  expect(await repository.check()).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ nothing to say/) });
});

test('who only renames a subgraph wrote none of its schema', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({ 'supergraph.yaml': CONFIG.replace('users:', 'people:') });

  const { code, out } = await repository.check();

  expect(code).toBe(0);
  expect(out).toContain('users stopped before the gateway fails operations: there is no users.');
  expect(out).not.toContain('LINT');
});

test('what becomes of a directive of operations is told at its definition', async () => {
  const live = 'directive @live(every: Int) on QUERY\n';
  await using repository = await startRepository({
    ...SMALL_GRAPH,
    'users.graphql': `${USERS}${live}`,
    'posts.graphql': `${SMALL_GRAPH['posts.graphql']}${live}`,
    'operations/live.graphql': 'query Live @live(every: 5) { me { id } }',
  });
  await repository.write({ 'users.graphql': USERS });

  expect(await repository.check()).toMatchObject({
    code: 1,
    out: expect.stringContaining('posts.graphql:17:1  DIRECTIVE_REMOVED  @live'),
  });
});
