/**
 * Composes the subgraph schemas into the supergraph the gateway serves.
 *
 *   npm run compose [-- --config supergraph.yaml --out gateway/supergraph.graphql --check]
 *
 * Problems are printed with subgraph, file and line. `--check` writes nothing and fails when --out is stale.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { composeSupergraph } from '@nexus/gateway/composition/compose-supergraph';
import { printProblem } from '@nexus/gateway/composition/problem';
import { readText } from '@nexus/gateway/composition/supergraph-config';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

try {
  await main();
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main() {
  const { config, out, check } = readArguments();
  const { supergraph, problems } = await composeSupergraph(config);

  for (const problem of problems) console.error(printProblem(problem));
  if (supergraph === undefined) throw new StartupError('The subgraphs do not compose.');

  if (!check) await writeFile(out, supergraph);
  else if (supergraph !== (await readText(out))) throw new StartupError(`${out} is stale: run npm run compose.`);
  console.log(check ? `${out} is fresh.` : `Composed ${out}.`);
}

function readArguments() {
  const options = {
    config: { type: 'string', default: 'supergraph.yaml' },
    out: { type: 'string', default: 'gateway/supergraph.graphql' },
    check: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new StartupError(reasonOf(error));
  }
}
