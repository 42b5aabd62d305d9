import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { generate } from '@graphql-codegen/cli';
import { expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);
const SCHEMA = resolve('gateway/schemas/public.api.graphql');

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-client-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const FEED = `
  fragment AppFeed on Viewer
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" })
  @refetchable(queryName: "AppFeedPage") {
    homeFeed(first: $first, after: $after) @connection(key: "AppFeed_homeFeed") { edges { node { id text } } }
  }`;
const SCREEN = 'query AppQuery { viewer { id ...AppFeed } }';
const PUBLISH = `mutation AppPublish($input: CreatePostInput!) {
  createPost(input: $input) { post { id text } userErrors { message path } }
}`;

test('the Relay compiler takes the schema: object ids, connections that page, mutations', async () => {
  const folder = await temporaryFolder();
  const documents = [FEED, SCREEN, PUBLISH].map((text) => `graphql\`${text}\`;`);
  await mkdir(join(folder, 'src/__generated__'), { recursive: true });
  await writeFile(join(folder, 'src/App.ts'), `import { graphql } from 'react-relay';\n${documents.join('\n')}\n`);
  await writeFile(join(folder, 'schema.graphql'), await readFile(SCHEMA));
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    artifactDirectory: './src/__generated__',
    customScalarTypes: { DateTime: 'string', URL: 'string' },
  };
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));

  await run(resolve('node_modules/.bin/relay-compiler'), ['relay.config.json'], { cwd: folder });

  const written = (name: string) => readFile(join(folder, `src/__generated__/${name}.graphql.ts`), 'utf8');
  expect(await written('AppFeedPage')).toContain('"node"');
  expect(await written('AppQuery')).toContain('AppFeed_homeFeed');
  expect(await written('AppPublish')).toContain('createPost');
}, 60_000);

test('code generation for Apollo Client takes the schema', async () => {
  const folder = await temporaryFolder();
  const operations = join(folder, 'operations.graphql');
  const plain = 'fragment AppFeed on Viewer { homeFeed(first: 10) { edges { node { id text } } } }';
  await writeFile(operations, `${plain}\n${SCREEN}\n${PUBLISH}`);
  // What Apollo's documentation tells to use.
  const config = {
    avoidOptionals: { field: true, inputValue: false },
    defaultScalarType: 'unknown',
    skipTypename: true,
  };
  const plugins = ['typescript-operations', 'typed-document-node'];
  const generates = { [join(folder, 'operations.ts')]: { plugins, config } };

  const [file] = await generate({ schema: SCHEMA, documents: operations, generates, silent: true }, false);

  expect(file.content).toMatch(/export type AppQueryQuery =/);
  expect(file.content).toMatch(/export const AppPublishDocument =/);
}, 60_000);
