import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readSupergraphConfig } from '@nexus/gateway/composition/supergraph-config';
import { expect, test } from 'vitest';
import codegen from '../codegen.ts';

const SUBGRAPHS = globSync('subgraphs/*').sort();

const HOUSE = '{kit,contracts,gateway,subgraphs/*,schema-check,client,examples,scripts,deploy,tests,bench}';

const ROOMS = [
  'README.md',
  'package.json',
  'drizzle.config.ts',
  'schema.graphql',
  'migrations',
  'src/tables',
  'src/context.ts',
  'src/subgraph.ts',
  'src/main.ts',
  'test',
];

test.each(SUBGRAPHS)('%s has the same rooms as the others', (subgraph) => {
  expect(ROOMS.filter((room) => !existsSync(`${subgraph}/${room}`))).toEqual([]);
});

test('supergraph.yaml and codegen.ts name every subgraph', async () => {
  const composed = await readSupergraphConfig('supergraph.yaml');
  const typed = Object.keys(codegen.generates).filter((file) => file.startsWith('subgraphs/'));

  expect(composed.map(({ file }) => file).sort()).toEqual(SUBGRAPHS.map((subgraph) => `${subgraph}/schema.graphql`));
  expect(typed.sort()).toEqual(SUBGRAPHS.map((subgraph) => `${subgraph}/src/resolvers.generated.ts`));
});

test('only tables, stores, shared projections and kit speak SQL', () => {
  const speakers = filesOf('{contracts,gateway,subgraphs/*}/src').filter((file) =>
    /from 'drizzle-orm/.test(read(file)),
  );

  expect(speakers.filter((file) => !/(\/tables\/|\.store\.ts$|contracts\/src\/projections\/)/.test(file))).toEqual([]);
});

test('every operation that clients may take as an example is run by a journey', () => {
  const journeys = filesOf('tests/journeys').map(read).join();
  const names = globSync('operations/*.graphql').map((file) => basename(file, '.graphql'));

  expect(names.filter((name) => !journeys.includes(`'${name}'`))).toEqual([]);
});

test('a file is found in a folder with a space in its name too', () => {
  const escaped = filesOf(HOUSE).filter((file) => /import\.meta\.url\)\.pathname/.test(read(file)));

  expect(escaped).toEqual([]);
});

test('files are small', () => {
  const isTest = (file: string) => /^tests\/|\/test\/|\.test\.ts$/.test(file);

  expect(filesOf(HOUSE).filter((file) => lineCount(file) > (isTest(file) ? 300 : 200))).toEqual([]);
});

function filesOf(folder: string): string[] {
  return globSync(`${folder}/**/*.ts`, { exclude: ['**/node_modules', '**/*.generated.ts'] });
}

function lineCount(file: string): number {
  return read(file).split('\n').length - 1;
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
