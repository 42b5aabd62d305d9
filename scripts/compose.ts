/**
 * Composes the subgraph schemas into the supergraph the gateway serves, and its variants into a folder beside it.
 *
 * Variants are declared in the variants.yaml beside the configuration. Problems are printed with subgraph, file and line.
 * `--check` writes nothing and fails when a file is stale.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import { parseSubgraph, readSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import { printProblem } from '@nexus/gateway/composition/problem';
import { readSupergraphConfig } from '@nexus/gateway/composition/supergraph-config';
import { readCommandLine } from '@nexus/kit/command-line';
import { StartupError } from '@nexus/kit/startup-error';
import { type SchemaFile, variantFiles } from './compose/variant-files.ts';

const USAGE = 'Usage: npm run compose [-- --config supergraph.yaml --out gateway/supergraph.graphql --check]';

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main() {
  const { config, out, check } = readArguments();
  const texts = await Promise.all((await readSupergraphConfig(config)).map(readSubgraph));
  const { supergraph, problems } = composeSubgraphs(texts);
  for (const problem of problems) console.error(printProblem(problem));
  if (supergraph === undefined) throw new StartupError('The subgraphs do not compose.');

  const subgraphs = texts.map(parseSubgraph).filter((result) => 'document' in result);
  const folder = join(dirname(out), 'schemas');
  const variants = await variantFiles(join(dirname(config), 'variants.yaml'), { supergraph, subgraphs });
  const files = [
    { name: out, text: supergraph },
    ...variants.map(({ name, text }) => ({ name: join(folder, name), text })),
  ];
  const others = await othersIn(folder, files);
  await (check ? requireFresh(files, others) : writeAll(files, others));
  console.log(check ? `${out} and its variants are fresh.` : `Composed ${files.map(({ name }) => name).join(', ')}.`);
}

/** Schemas of variants that are declared no more. */
async function othersIn(folder: string, files: readonly SchemaFile[]): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const schemas = names.filter((name) => name.endsWith('.graphql')).map((name) => join(folder, name));
  return schemas.filter((name) => files.every((file) => file.name !== name));
}

async function requireFresh(files: readonly SchemaFile[], others: readonly string[]): Promise<void> {
  for (const { name, text } of files) {
    const written = await readFile(name, 'utf8').catch(() => undefined);
    if (written !== text)
      throw new StartupError(`${name} is ${written === undefined ? 'missing' : 'stale'}: run npm run compose.`);
  }
  for (const name of others) throw new StartupError(`${name} is of no variant: run npm run compose.`);
}

async function writeAll(files: readonly SchemaFile[], others: readonly string[]): Promise<void> {
  for (const { name, text } of files) {
    await mkdir(dirname(name), { recursive: true });
    await writeFile(name, text);
  }
  for (const name of others) await rm(name);
}

function readArguments() {
  return readCommandLine(USAGE, {
    options: {
      config: { type: 'string', default: 'supergraph.yaml' },
      out: { type: 'string', default: 'gateway/supergraph.graphql' },
      check: { type: 'boolean', default: false },
    },
  }).values;
}
