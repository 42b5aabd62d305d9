import { setTimeout } from 'node:timers/promises';
import { queryObjects } from 'node:v8';
import { createLogger } from '@nexus/kit/log';
import { GraphQLSchema } from 'graphql';
import { Pool } from 'undici';
import { startGateway } from '../src/server.ts';
import { itemsOperation, startSwapGraph } from './swap-graph.ts';
import { ask } from './swap-load.ts';

// A process whose memory is measured: `node --expose-gc memory-process.ts` does what it is told by its parent.
const AT_ONCE = 20;

const graph = await startSwapGraph();
let update: (sdl: string) => void = () => undefined;
const gateway = await startGateway({
  host: '127.0.0.1',
  port: 0,
  environment: 'production',
  logger: createLogger('gateway', 'error'),
  supergraph: {
    async initialize(options) {
      update = options.update;
      return { supergraphSdl: graph.supergraph(0) };
    },
  },
});
const pool = new Pool(gateway.url, { connections: AT_ONCE });

const tasks = {
  /** Asks operations that nobody asked before. */
  async ask({ from, to }: { from: number; to: number }) {
    for (let number = from; number < to; number += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => ask(pool, itemsOperation(number + index))));
    }
  },
  /** Replaces the supergraph and waits until the new one serves. */
  async swap({ to: version }: { to: number }) {
    update(graph.supergraph(version));
    while ('errors' in Object(await ask(pool, `{ version_${version} }`))) await setTimeout(20);
  },
};

export type Task = {
  [Name in keyof typeof tasks]: { task: Name } & Parameters<(typeof tasks)[Name]>[0];
}[keyof typeof tasks];

export type Memory = { heapMb: number; schemas: number; threads: number };

process.on('message', async (order: (Task & { from: number }) | { task: 'measure' }) => {
  const answer = order.task === 'measure' ? await measure() : await tasks[order.task](order);
  process.send?.(answer ?? 'done');
});

/** What lives after everything that can be collected has been; takes seconds, as the whole heap is searched. */
async function measure(): Promise<Memory> {
  for (let round = 0; round < 5; round++) {
    await setTimeout(50);
    globalThis.gc?.();
  }
  const report = process.report.getReport();
  const threads = 'workers' in report && Array.isArray(report.workers) ? report.workers.length : Number.NaN;
  const schemas = Number(queryObjects(GraphQLSchema, { format: 'count' }));
  return { heapMb: process.memoryUsage().heapUsed / 2 ** 20, schemas, threads };
}
