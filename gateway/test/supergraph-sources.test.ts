import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntrospectAndCompose, LocalCompose, type SupergraphManager } from '@apollo/gateway';
import { createLogger } from '@nexus/kit/log';
import { StartupError } from '@nexus/kit/startup-error';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeFrom } from '../src/supergraph/compose-from.ts';
import { pollUrl } from '../src/supergraph/poll-url.ts';
import { checkSubgraphs, schemaDataSource } from '../src/supergraph/schema-data-source.ts';
import { withoutUpdates } from '../src/supergraph/supergraph-source.ts';
import { watchFile } from '../src/supergraph/watch-file.ts';

const lines: string[] = [];
const logger = createLogger('test', 'error', { write: (line) => void lines.push(line) });

async function start(manager: SupergraphManager) {
  const updates: string[] = [];
  const { supergraphSdl, cleanup } = await manager.initialize({
    update: (sdl) => updates.push(sdl),
    healthCheck: checkSubgraphs,
    getDataSource: schemaDataSource,
  });
  return { first: supergraphSdl, updates, [Symbol.asyncDispose]: async () => cleanup?.() };
}

async function tempFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'supergraph-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('a file is read again however it is replaced', async () => {
  await using temp = await tempFolder();
  const file = join(temp.folder, 'supergraph.graphql');
  await writeFile(file, 'one');
  await using source = await start(watchFile(file, logger));

  await writeFile(file, 'two');
  await expect.poll(() => source.updates).toEqual(['two']);
  await writeFile(`${file}.tmp`, 'three');
  await rename(`${file}.tmp`, file);
  await expect.poll(() => source.updates).toEqual(['two', 'three']);
  await rm(file);
  await writeFile(file, 'four');
  await expect.poll(() => source.updates).toEqual(['two', 'three', 'four']);
  expect(source.first).toBe('one');
});

test('a file that Kubernetes mounts is read again when it swaps the folder behind it', async () => {
  await using temp = await tempFolder();
  const at = (...parts: string[]) => join(temp.folder, ...parts);
  for (const version of ['..v1', '..v2']) {
    await mkdir(at(version));
    await writeFile(at(version, 'supergraph.graphql'), version);
  }
  await symlink('..v1', at('..data'));
  await symlink('..data/supergraph.graphql', at('supergraph.graphql'));
  await using source = await start(watchFile(at('supergraph.graphql'), logger));

  await symlink('..v2', at('..data_tmp'));
  await rename(at('..data_tmp'), at('..data'));

  await expect.poll(() => source.updates).toEqual(['..v2']);
});

test('a missing file is told in one sentence at the start, and later the last one stays', async () => {
  await using temp = await tempFolder();
  const file = join(temp.folder, 'supergraph.graphql');
  const refused = start(watchFile(file, logger));
  await expect(refused).rejects.toThrow(new StartupError(`The supergraph file ${file} cannot be read (ENOENT).`));

  await writeFile(file, 'one');
  await using source = await start(watchFile(file, logger));
  await rename(file, `${file}.away`);
  await rename(`${file}.away`, file);
  await writeFile(file, 'two');

  await expect.poll(() => source.updates).toEqual(['two']);
});

async function startServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/supergraph`;
  const stop = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return { url, [Symbol.asyncDispose]: stop };
}

test('a URL is asked again for a newer version only, through failures', async () => {
  let version = 1;
  const asked: (string | undefined)[] = [];
  await using server = await startServer((request, response) => {
    asked.push(request.headers['if-none-match']);
    if (version === 0) response.writeHead(503).end('broken');
    else if (request.headers['if-none-match'] === `"${version}"`) response.writeHead(304).end();
    else response.writeHead(200, { etag: `"${version}"` }).end(`version ${version} for ${request.headers['x-key']}`);
  });
  await using source = await start(pollUrl(server.url, { everyMs: 20, headers: { 'x-key': 'me' }, logger }));

  await expect.poll(() => asked.length).toBeGreaterThan(3);
  version = 0;
  const before = asked.length;
  await expect.poll(() => asked.length).toBeGreaterThan(before + 1);
  version = 2;

  await expect.poll(() => source.updates).toEqual(['version 2 for me']);
  expect(source.first).toBe('version 1 for me');
  expect(asked.slice(0, 3)).toEqual([undefined, '"1"', '"1"']);
});

test('a URL that holds a password is refused without telling it', async () => {
  const refused = start(pollUrl('https://me:secret@127.0.0.1:1/supergraph?key=secret', { logger }));

  await expect(refused).rejects.toThrow(
    new StartupError('The supergraph at https://127.0.0.1:1/supergraph cannot be loaded: its URL holds a password.'),
  );
});

test.each([
  ['answers an error', (response: ServerResponse) => response.writeHead(404).end(), 'the server answered 404'],
  ['sends too much', (response: ServerResponse) => response.end('x'.repeat(2_000)), 'it is larger than 1000 bytes'],
  ['hangs', () => undefined, 'it took too long'],
  ['hangs up', (response: ServerResponse) => response.destroy(), 'UND_ERR_SOCKET'],
])('a server that %s at the start is told in one sentence', async (_, answer, reason) => {
  await using server = await startServer((_request, response) => void answer(response));
  const refused = start(pollUrl(server.url, { deadlineMs: 300, maxBytes: 1_000, logger }));

  await expect(refused).rejects.toThrow(
    new StartupError(`The supergraph at ${server.url} cannot be loaded: ${reason}.`),
  );
});

const schemaWith = (field: string) => `type Query { ${field}: Int }`;

async function writeGraph(folder: string): Promise<string> {
  const config = join(folder, 'supergraph.yaml');
  await mkdir(join(folder, 'schemas'));
  await writeFile(join(folder, 'schemas', 'one.graphql'), schemaWith('first'));
  await writeFile(
    config,
    'subgraphs: { one: { routing_url: "http://127.0.0.1:1/", schema: { file: ./schemas/one.graphql } } }',
  );
  return config;
}

test('a supergraph.yaml is composed again when it or one of its schemas changes', async () => {
  await using temp = await tempFolder();
  const config = await writeGraph(temp.folder);
  await using source = await start(composeFrom(config, logger));

  await writeFile(join(temp.folder, 'schemas', 'one.graphql'), schemaWith('second'));
  await expect.poll(() => source.updates.at(-1), { timeout: 10_000 }).toContain('second: Int');
  await writeFile(join(temp.folder, 'schemas', 'one.graphql'), 'type Query {');
  await writeFile(join(temp.folder, 'two.graphql'), schemaWith('third'));
  await writeFile(config, 'subgraphs: { two: { routing_url: "http://127.0.0.1:2/", schema: { file: two.graphql } } }');
  await expect.poll(() => source.updates.at(-1), { timeout: 10_000 }).toContain('third: Int');

  expect(source.first).toContain('first: Int');
  expect(source.updates).toHaveLength(2);
});

test('a supergraph.yaml may for a while name a folder that is not there', async () => {
  await using temp = await tempFolder();
  const config = await writeGraph(temp.folder);
  const file = join(temp.folder, 'schemas', 'one.graphql');
  await using source = await start(composeFrom(config, logger));
  const text = await readFile(config, 'utf8');

  await writeFile(config, text.replace('./schemas', './missing'));
  await expect.poll(() => lines.join(), { timeout: 10_000 }).toContain('missing');
  await writeFile(file, schemaWith('second'));
  await writeFile(config, text);

  await expect.poll(() => source.updates.at(-1), { timeout: 10_000 }).toContain('second: Int');
});

test('subgraphs that do not compose are told in one line with subgraph, file and place', async () => {
  await using temp = await tempFolder();
  const config = await writeGraph(temp.folder);
  await writeFile(join(temp.folder, 'schemas', 'one.graphql'), 'type Query { first: Nothing }');

  const refused: unknown = await start(composeFrom(config, logger)).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(StartupError);
  expect(String(refused)).toMatch(
    /The subgraphs of \S+ do not compose: \S+one\.graphql:1:\d+ \[one\] error \w+: .*Nothing/,
  );
  expect(String(refused)).not.toContain('\n');
});

test('the managers of @apollo/gateway fit in the same place', async () => {
  const sdl = schemaWith('first');
  await using server = await startServer(
    (_, response) => void response.end(JSON.stringify({ data: { _service: { sdl } } })),
  );
  await using composed = await start(new LocalCompose({ localServiceList: [{ name: 'one', typeDefs: parse(sdl) }] }));
  await using asked = await start(
    new IntrospectAndCompose({ subgraphs: [{ name: 'one', url: server.url }], subgraphHealthCheck: true }),
  );

  expect([composed.first, asked.first]).toEqual([
    expect.stringContaining('join__Graph'),
    expect.stringContaining(server.url),
  ]);
});

test('a source without updates says what it says once', async () => {
  await using temp = await tempFolder();
  const file = join(temp.folder, 'supergraph.graphql');
  await writeFile(file, 'one');
  await using source = await start(withoutUpdates(watchFile(file, logger)));
  await using watched = await start(watchFile(file, logger));

  await writeFile(file, 'two');
  await expect.poll(() => watched.updates).toEqual(['two']);

  expect([source.first, source.updates]).toEqual(['one', []]);
});
