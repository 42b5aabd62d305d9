import { readFile } from 'node:fs/promises';
import type { SupergraphManager } from '@apollo/gateway';
import type { Logger } from '@nexus/kit/log';
import { codeOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { manageSupergraph } from './supergraph-source.ts';
import { watchFiles } from './watch-files.ts';

/** The supergraph of a composed file, and every later version of it. */
export function watchFile(file: string, logger: Logger): SupergraphManager {
  return manageSupergraph(
    { load: () => readSupergraph(file), watch: (reload) => watchFiles(() => [file], reload) },
    logger,
  );
}

/** The text of a composed supergraph; a StartupError says why it cannot be read. */
async function readSupergraph(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((error) => {
    throw new StartupError(`The supergraph file ${file} cannot be read (${codeOf(error)}).`);
  });
}
