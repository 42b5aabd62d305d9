/** Subgraphs from their source, the rest of the graph around them, all of it new at each save: `npm run dev -- posts`. */
import { readSupergraphConfig } from '@nexus/gateway/composition/supergraph-config';
import { runProcess } from '@nexus/kit/process';
import { CONFIG, startDevelopment } from './dev/development.ts';
import { HELP, readOptions } from './dev/options.ts';

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(HELP);
else {
  await runProcess(async (resources) => {
    const sources = await readSupergraphConfig(CONFIG);
    const options = readOptions(
      args,
      sources.map(({ name }) => name),
    );
    console.log(await startDevelopment({ options, sources }, resources));
  });
}
