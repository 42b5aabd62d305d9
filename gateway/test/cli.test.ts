import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { expect, test } from 'vitest';
import { startToyGraph } from './toy-graph.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

async function run(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args]);
  endWithTest(child);
  const [[code], out, problem] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, out, problem };
}

test.each([
  ['no supergraph', [], /^Which supergraph\? Usage: /],
  ['a supergraph and a variant of Nexus', ['--supergraph', 'x', '--variant', 'public'], /^Which supergraph\? Usage: /],
  ['an unknown option', ['--supergrap', 'x'], /^Unknown option '--supergrap'\. Usage: /],
  [
    'a wrong environment',
    ['--supergraph', 'x', '--environment', 'dev'],
    /^--environment must be development or production, not "dev"\.$/,
  ],
  [
    'a wrong interval',
    ['--supergraph', 'x', '--poll-interval', '0'],
    /^--poll-interval must be a number from 1 to 86400, not "0"\.$/,
  ],
  [
    'a URL that does not answer',
    ['--supergraph', 'http://127.0.0.1:1/'],
    /^The supergraph at http:\/\/127\.0\.0\.1:1\/ cannot be loaded: [^\n]+\.$/,
  ],
  ['a missing supergraph.yaml', ['--supergraph', '/nowhere.yaml'], /^Cannot read \/nowhere\.yaml: ENOENT[^\n]*$/],
  ['a wrong port', ['--supergraph', 'x', '--port', 'http'], /^--port must be a number from 0 to 65535, not "http"\.$/],
  [
    'a missing file',
    ['--supergraph', '/nowhere.graphql'],
    /^The supergraph file \/nowhere\.graphql cannot be read \(ENOENT\)\.$/,
  ],
])('%s is one clear sentence and exit 1', async (_, args, sentence) => {
  const { code, problem } = await run(...args);

  expect(code).toBe(1);
  expect(problem.trim()).toMatch(sentence);
});

test.each([
  [
    'no GraphQL',
    'type {',
    /^The supergraph is not usable: Syntax Error: Expected Name, found "{"\. \(line 1, column 6\)\.$/,
  ],
  [
    'a plain schema',
    'type Query { a: Int }',
    /^The supergraph is not usable: it names no subgraphs, compose it first\.$/,
  ],
])('a file that holds %s is one clear sentence and exit 1', async (_, sdl, sentence) => {
  await using graph = await startToyGraph();
  const file = join(graph.supergraphFile, '..', 'broken.graphql');
  await writeFile(file, sdl);

  const { code, problem } = await run('--supergraph', file);

  expect(code).toBe(1);
  expect(problem.trim()).toMatch(sentence);
  expect(problem.trim().split('\n')).toHaveLength(1);
});

test('a supergraph that Apollo refuses and a taken port are told in one line', async () => {
  await using graph = await startToyGraph();
  const file = join(graph.supergraphFile, '..', 'half.graphql');
  await writeFile(file, 'enum join__Graph { A @join__graph(name: "a", url: "http://127.0.0.1:1") }');
  const taken = new URL(graph.books.url).port;

  const half = await run('--supergraph', file);
  const busy = await run('--supergraph', graph.supergraphFile, '--port', taken);

  expect([half.code, busy.code]).toEqual([1, 1]);
  expect(half.problem.trim()).toMatch(/^The supergraph is not usable: Unknown directive "@join__graph"\.$/);
  expect(busy.problem.trim()).toBe(`Port ${taken} (gateway) is taken. Stop what uses it or set another port.`);
});

test('--help tells every option', async () => {
  const { code, out } = await run('--help');

  expect(code).toBe(0);
  for (const option of ['supergraph', 'port', 'host', 'environment', 'introspection', 'poll-interval', 'no-watch']) {
    expect(out).toContain(`\n  --${option}`);
  }
});

test('it serves any supergraph until Ctrl-C', async () => {
  await using graph = await startToyGraph();
  const child = spawn(process.execPath, [
    CLI,
    '--supergraph',
    graph.supergraphFile,
    '--port',
    '0',
    ...'--environment production --introspection'.split(' '),
  ]);
  endWithTest(child);
  const exited = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/at http:\S+\/graphql/);

  const url = said.match(/at (http:\S+\/graphql)/)?.[1] ?? '';
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ reviewCount __schema { queryType { name } } }"}',
  });
  child.kill('SIGINT');

  expect(await answer.json()).toEqual({ data: { reviewCount: 2, __schema: { queryType: { name: 'Query' } } } });
  expect((await exited)[0]).toBe(0);
});
