import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import { composeInThread } from '../composition/compose-in-thread.ts';
import { readSupergraphConfig } from '../composition/supergraph-config.ts';
import { manageSupergraph } from './supergraph-source.ts';
import { watchFiles } from './watch-files.ts';

/** The supergraph composed from a supergraph.yaml, again whenever it or a schema file it names changes. */
export function composeFrom(configFile: string, logger: Logger): SupergraphManager {
  let files = [configFile];

  async function load(): Promise<string> {
    // First, so that a schema file that does not compose is watched too.
    files = [configFile, ...(await readSupergraphConfig(configFile)).map(({ file }) => file)];
    return composeInThread(configFile);
  }

  return manageSupergraph({ load, watch: (reload) => watchFiles(() => files, reload) }, logger);
}
