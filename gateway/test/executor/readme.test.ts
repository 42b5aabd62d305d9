import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { expect, test } from 'vitest';
import { FEED } from '../complaints/feed.ts';
import { startHttpGraph } from '../complaints/http-graph.ts';

const README = await readFile(new URL('../../src/executor/README.md', import.meta.url), 'utf8');
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const NAMES = '{ first { author { name } } }';
const ADA = { data: { first: { author: { name: 'Ada' } } } };

/** The code block of this name. */
const example = (name: string) => new RegExp(`\`\`\`ts ${name}\n([^]*?)\`\`\``).exec(README)?.[1] ?? '';

/** The main example with one option of `createGateway` in another way, and what that imports. */
function withOption(name: string): string {
  const [, imported = '', option = ''] = /^(import .*\n)(.*)$/m.exec(example(name)) ?? [];
  const replaced = new RegExp(`^ {2}${option.trim().split(':', 1)[0]}:.*$`, 'm');
  expect(example('main')).toMatch(replaced);
  return imported + example('main').replace(replaced, option);
}

/** The example as a process of its own, on a supergraph file and a free port. */
async function startExample(code: string, supergraph: string) {
  const folder = await mkdtemp(join(tmpdir(), 'readme-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, supergraph);
  const script = code.replace("'supergraph.graphql'", JSON.stringify(file)).replace('port: 4000', 'port: 0');
  // From here on the names of packages are looked up.
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], { cwd: ROOT });
  endWithTest(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  await expect.poll(() => said.join(''), { timeout: 20_000 }).toMatch(/answers at http/);
  const url = said.join('').match(/answers at (\S+)/)?.[1] ?? '';
  return {
    file,
    async ask(query: string, headers: Record<string, string> = {}) {
      const sent = { 'content-type': 'application/json', ...headers };
      const response = await fetch(url, { method: 'POST', headers: sent, body: JSON.stringify({ query }) });
      return response.json();
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

test('the main example serves a supergraph', async () => {
  await using graph = await startHttpGraph(FEED);
  await using gateway = await startExample(example('main'), graph.supergraph());

  expect(await gateway.ask(NAMES, { authorization: 'Bearer token', cookie: 'a=1' })).toEqual(ADA);
  expect(graph.subgraphs.people.received).toMatchObject([{ authorization: 'Bearer token' }]);
  expect(graph.subgraphs.people.received[0]).not.toHaveProperty('cookie');
});

test('with a watched file it serves what the file becomes', async () => {
  await using graph = await startHttpGraph(FEED);
  await using gateway = await startExample(withOption('watch'), graph.supergraph());
  const before = await gateway.ask(NAMES);
  const people = { ...FEED.people, sdl: FEED.people.sdl.replace('name: String', 'name: String nickname: String') };

  await writeFile(gateway.file, graph.supergraph({ ...FEED, people }));

  expect(before).toEqual(ADA);
  // Their subgraph has not heard of nicknames yet.
  await expect
    .poll(() => gateway.ask('{ first { author { nickname } } }'), { timeout: 20_000 })
    .toMatchObject({ data: { first: { author: { nickname: null } } } });
});

test('with subgraphs in its process it asks them there', async () => {
  await using graph = await startHttpGraph(FEED);
  const schemas = `import { buildSubgraphSchema } from '@apollo/subgraph';
    import { parse } from 'graphql';
    const typeDefs = ${JSON.stringify(Object.entries(FEED).map(([name, { sdl }]) => [name, sdl]))};
    const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"]) ';
    const schemas = Object.fromEntries(typeDefs.map(([name, sdl]) => [name, buildSubgraphSchema([{
      typeDefs: parse(link + sdl), resolvers: name === 'posts' ? { Query: { first: () => ({ text: 'In here' }) } } : {} }])]));`;
  await using gateway = await startExample(schemas + withOption('in-process'), graph.supergraph());

  expect(await gateway.ask('{ first { text } }')).toEqual({ data: { first: { text: 'In here' } } });
  expect(graph.subgraphs.posts.fetches).toEqual([]);
});
