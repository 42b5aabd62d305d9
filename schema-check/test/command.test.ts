import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { startRepository } from './repository.ts';
import { POSTS, SMALL_GRAPH, USERS, usersWithout } from './small-graph.ts';

test('a change that breaks an operation fails, and says where, for whom and what to do', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({ 'users.graphql': usersWithout('email') });

  const { code, out, problem } = await repository.check();

  expect(problem).toBe('');
  expect(code).toBe(1);
  expect(out).toContain('users.graphql:11:3  FIELD_REMOVED  User.email');
  expect(out).toContain(
    "    Field 'email' was removed from object type 'User'.\n    used by Me\n    → Keep it and mark it",
  );
  expect(out.trimEnd().split('\n').at(-1)).toMatch(
    /^✗ 1 error.* — the working tree against main \([0-9a-f]{7}\), 2 operations known, \d\.\d s$/,
  );
});

test('what nobody known uses may go; what is the same needs no words', async () => {
  await using repository = await startRepository(SMALL_GRAPH);

  expect(await repository.check()).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ nothing to say — /) });

  await repository.write({ 'users.graphql': usersWithout('phone') });
  const { code, out } = await repository.check();

  expect(code).toBe(0);
  expect(out).toContain('→ None of 2 known operations notices: go on');
});

test('what was trusted when the work began is still sent after it, unless it was counted that nobody does', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({
    'users.graphql': usersWithout('email'),
    'operations/me.graphql': 'query Me { me { name } }',
    'usage.json': usageOf([]),
  });

  const [unknown, counted] = [await repository.check(), await repository.check('--usage', 'usage.json')];

  expect(unknown).toMatchObject({ code: 1, out: expect.stringContaining('used by Me\n') });
  expect(counted).toMatchObject({ code: 0, out: expect.stringContaining('None of 2 known operations notices') });
});

test('an operation means the fragment of its own file; a file of comments holds none', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({
    'users.graphql': usersWithout('phone'),
    'operations/call.graphql': 'query Call { me { ...Person } } fragment Person on User { name phone }',
    'operations/people.graphql': 'query People { users { ...Person } } fragment Person on User { name }',
    'operations/plans.graphql': '# What we mean to ask one day.\n',
  });

  const { code, out, problem } = await repository.check();

  expect(problem).toBe('');
  expect(code).toBe(1);
  expect(out).toContain('used by Call\n');
  expect(out).not.toMatch(/OPERATION_UNKNOWN|People/);
});

test('what was no operation on the main branch can be mended', async () => {
  await using repository = await startRepository({ ...SMALL_GRAPH, 'operations/broken.graphql': 'query Broken {' });

  expect(await repository.check()).toMatchObject({
    code: 2,
    problem: expect.stringMatching(/^operations\/broken\.graphql:1:15 in the working tree: Syntax Error/),
  });
  await repository.write({ 'operations/broken.graphql': 'query Broken { me { id } }' });
  expect(await repository.check()).toMatchObject({ code: 0 });
});

test('a list of approvals that has become empty approves nothing', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({ 'schema-check.approvals.yaml': 'approvals:\n' });

  expect(await repository.check()).toMatchObject({ code: 0 });
});

test('where no operation is known, any may be refused by a stricter rule', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({
    'users.graphql': USERS.replace('"@tag"]', '"@tag", "@authenticated"]').replace(
      'phone: String',
      'phone: String @authenticated',
    ),
  });

  const [unknown, known] = [await repository.check('--operations', 'none'), await repository.check()];

  expect(unknown).toMatchObject({
    code: 1,
    out: expect.stringContaining('1 error\n  users.graphql:12:3  AUTHORIZATION_TIGHTENED'),
  });
  expect(known).toMatchObject({ code: 0, out: expect.stringContaining('AUTHORIZATION_TIGHTENED  User.phone') });
});

test('the schema of a subgraph may come from a file that is somewhere else', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({ 'built/posts.graphql': POSTS.replace('  POLL\n', '') });

  const { code, out } = await repository.check('--subgraph', 'posts', '--schema', 'built/posts.graphql');

  expect(code).toBe(1);
  expect(out).toContain('ENUM_VALUE_REMOVED  Kind.POLL');
  expect(out).toContain('used by Polls');
});

test('what does not compose is told with its place in the new schema, and nothing else is', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  await repository.write({ 'posts.graphql': POSTS.replace('  posts(', '  name: String!\n  posts(') });

  const { code, out } = await repository.check('--format', 'json');
  const { findings } = JSON.parse(out);

  expect(code).toBe(1);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ code: 'INVALID_FIELD_SHARING', severity: 'error' });
  expect(findings[0].place).toMatchObject({ file: expect.stringMatching(/^(posts|users)\.graphql$/) });
});

test('the work is compared with where it left main, whatever main has become', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  repository.git('checkout', '--quiet', 'main');
  await repository.commit('Users have a nick', {
    'users.graphql': USERS.replace('  phone', '  nick: String\n  phone'),
  });
  repository.git('checkout', '--quiet', 'work');

  expect(await repository.check('--base', 'main')).toMatchObject({ code: 0 });
});

test('recorded operations count by their share', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  const client = { name: 'web', version: '1', lastSeenOn: '2026-02-01' };
  const recorded = (name: string, body: string, count: number) => ({
    id: name.padEnd(64, '0').replace(/[^0-9a-f]/g, '0'),
    name,
    body: print(parse(body)),
    count,
    clients: [{ ...client, count }],
  });
  await repository.write({
    'users.graphql': usersWithout('phone'),
    'usage.json': usageOf([
      recorded('Call', 'query Call { me { phone } }', 30),
      recorded('All', 'query All { users { id } }', 70),
    ]),
  });

  const { code, out } = await repository.check('--usage', 'usage.json');

  expect(code).toBe(1);
  expect(out).toContain('used by Call 30 % (web)');
});

test('what cannot be checked is one clear sentence and exit 2', async () => {
  await using repository = await startRepository(SMALL_GRAPH);
  const cases: [args: string[], sentence: RegExp][] = [
    [['--bases', 'main'], /^Unknown option '--bases'\. Usage: [^\n]*$/],
    [['--format', 'xml'], /^There is no format "xml"\. Usage: [^\n]*$/],
    [['--base', 'nope'], /^There is no version "nope" to compare with: fetch it first\.$/],
    [['--base=--all'], /^There is no version "--all" to compare with: fetch it first\.$/],
    [['--subgraph', 'posts'], /^--subgraph and --schema go together: [^\n]*$/],
    [
      ['--subgraph', 'post', '--schema', 'x.graphql'],
      /^supergraph\.yaml has no subgraph "post": it has users, posts\.$/,
    ],
    [['--subgraph', 'posts', '--schema', 'x.graphql'], /^There is no x\.graphql in the working tree\.$/],
    [['--subgraph', 'posts', '--schema', 'operations'], /^operations cannot be read: EISDIR[^\n]*$/],
    [['--comment', 'nowhere/comment.md'], /^nowhere\/comment\.md cannot be written: ENOENT[^\n]*$/],
    [['--usage', 'nowhere.json'], /^There is no nowhere\.json in the working tree\.$/],
    [['--usage', 'users.graphql'], /^users\.graphql does not tell of usage: /],
    [['--config', 'nowhere.yaml'], /^There is no nowhere\.yaml in the working tree\.$/],
  ];

  const answers = await Promise.all(cases.map(([args]) => repository.check(...args)));

  expect(answers.map(({ code }) => code)).toEqual(cases.map(() => 2));
  for (const [index, { problem }] of answers.entries()) expect(problem.trim()).toMatch(cases[index]?.[1] ?? /never/);
});

const usageOf = (operations: object[]): string =>
  JSON.stringify({
    format: 'nexus-usage',
    version: 1,
    from: new Date(Date.now() - 86_400_000).toISOString(),
    to: new Date().toISOString(),
    sampleRate: 1,
    operations,
  });
