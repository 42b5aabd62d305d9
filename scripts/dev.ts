/** Subgraphs from their source, the rest of the graph around them, all of it new at each save: `npm run dev -- posts`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSupergraphConfig } from '@nexus/gateway/composition/supergraph-config';
import { runProcess } from '@nexus/kit/process';
import { HELP, readOptions } from './dev/options.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(HELP);
else await runProcess(develop);

async function develop(resources: AsyncDisposableStack): Promise<void> {
  const sources = await readSupergraphConfig(join(ROOT, 'supergraph.yaml'));
  const options = readOptions(
    args,
    sources.map(({ name }) => name),
  );
  // Only now: it brings the whole gateway along, and who mistyped a name need not wait for that.
  const { startDevelopment } = await import('./dev/development.ts');
  console.log(await startDevelopment({ root: ROOT, options, sources }, resources));
}
