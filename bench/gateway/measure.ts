import { cpuOf, memoryOf } from './child.ts';
import type { RunningContender } from './contenders/contenders.ts';
import type { Graph } from './graph/start.ts';
import { runLoad } from './load.ts';
import { createBodies, type Mode, type OperationName } from './operations.ts';

/** One contender under load for a while. Processor time in milliseconds per request, latencies in milliseconds. */
export type Sample = {
  cpuMs: number;
  mainMs: number;
  perSecond: number;
  p50: number;
  p99: number;
  memoryMiB: number;
  fetches: number;
  /** What went to the subgraphs per request. */
  sentKiB: number;
};

export type Work = {
  operation: OperationName;
  mode: Mode;
  seconds: number;
  connections: number;
  atLeast?: number;
};

/** Puts a contender under load and reads what it cost. */
export async function measure(contender: RunningContender, graph: Graph, work: Work): Promise<Sample> {
  const { url, child } = contender;
  const { operation, mode, seconds, ...bounds } = work;
  const nextBody = createBodies(operation, mode);
  const expectedBytes = await lengthOfAnswer(url, nextBody());
  await graph.take();
  const before = cpuOf(child.pid);
  const load = await runLoad({ ...bounds, url, nextBody, ms: seconds * 1_000, expectedBytes });
  const after = cpuOf(child.pid);
  const { fetches, bytes, seedless } = await graph.take();
  if (seedless > 0) throw new Error(`${contender.name} made ${seedless} fetches without the seed.`);
  const latencies = load.latencies.toSorted((one, other) => one - other);
  return {
    cpuMs: (after.all - before.all) / load.requests,
    mainMs: (after.main - before.main) / load.requests,
    perSecond: (load.requests * 1_000) / load.ms,
    p50: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    memoryMiB: memoryOf(child.pid),
    fetches: fetches / load.requests,
    sentKiB: bytes / 1_024 / load.requests,
  };
}

/** The size of the answer to one request. */
export async function lengthOfAnswer(url: string, body: string): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return (await response.bytes()).length;
}
