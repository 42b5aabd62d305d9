import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nextMessage, startChild } from '../child.ts';
import type { Fetch, FetchCounts } from './fetches.ts';
import { composeSupergraph } from './supergraph.ts';

export type Graph = {
  supergraphFile: string;
  ports: readonly number[];
  /** Keeps the fetches, and lets each last so long that those in one wave overlap, until they are taken. */
  record(): void;
  /** What reached the subgraphs since the last call. */
  take(): Promise<FetchCounts & { recorded: Fetch[] }>;
};

/** Starts the four subgraphs in a process of their own and writes their supergraph to a file. */
export async function startGraph(resources: AsyncDisposableStack): Promise<Graph> {
  const script = fileURLToPath(new URL('subgraphs.ts', import.meta.url));
  const child = resources.use(startChild({ script, core: 1 }));
  const { ports } = await nextMessage<{ ports: number[] }>(child);
  const folder = await mkdtemp(join(tmpdir(), 'nexus-bench-'));
  resources.defer(() => rm(folder, { recursive: true }));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, composeSupergraph(ports));
  return {
    supergraphFile,
    ports,
    record: () => void child.process.send('record'),
    take() {
      const taken = nextMessage<FetchCounts & { recorded: Fetch[] }>(child);
      child.process.send('take');
      return taken;
    },
  };
}
