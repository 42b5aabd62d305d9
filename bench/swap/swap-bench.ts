import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupError } from '@nexus/kit/startup-error';
import { canMeasure, cpuOf, pinMyself } from '../gateway/child.ts';
import { type RunningContender, startContender } from '../gateway/contenders/contenders.ts';
import { startGraph } from '../gateway/graph/start.ts';
import { type Options, readOptions } from './options.ts';
import { startSteadyLoad } from './steady-load.ts';
import { askVersion, createSupergraphs } from './supergraphs.ts';
import { type Span, type Spans, tableOf } from './table.ts';

/** What is compiled with optimization is so by then. */
const WARM_UP_MS = 8_000;
/** Between two swaps, while the old supergraph is freed. */
const REST_MS = 250;
const POLL_MS = 20;

/** Swaps supergraphs under a steady load and prints what requests wait for meanwhile. */
export async function benchSwap(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const options = readOptions(args);
  if (!canMeasure()) throw new StartupError('This bench reads the processor time of other processes, on Linux only.');
  pinMyself(1);
  const { ports, supergraphFile: file } = await startGraph(resources);
  const supergraph = createSupergraphs(ports);
  await writeFile(file, supergraph(0));
  // On any core: that planning has threads of its own is part of what is measured.
  const gateway = await startContender('nexus', { ...options, file, core: undefined }, resources);
  const load = await startSteadyLoad({ url: gateway.url, ...options });
  const spans = await runSwaps(gateway, { ...options, replaceBy: (version) => replace(file, supergraph(version)) });
  await load.stop();
  console.log(tableOf(load, spans));
}

type Swaps = Options & { replaceBy(version: number): Promise<void> };

async function runSwaps({ url, child }: RunningContender, { swaps, quietSeconds, replaceBy }: Swaps): Promise<Spans> {
  const spans: Spans = { quiet: [], swaps: [], rests: [] };
  const beQuiet = async () => {
    for (let second = 0; second < quietSeconds; second += 1) spans.quiet.push(await during(() => delay(1_000)));
  };
  await delay(WARM_UP_MS);
  const before = cpuOf(child.pid).all;
  await beQuiet();
  tell(`the gateway takes ${((cpuOf(child.pid).all - before) / quietSeconds / 10).toFixed(0)} % of a core when quiet`);
  for (let version = 1; version <= swaps; version += 1) {
    const swap = await during(() => replaceBy(version).then(() => waitForVersion(url, version)));
    spans.swaps.push(swap);
    spans.rests.push(await during(() => delay(REST_MS)));
    tell(`swap ${version} took ${(swap.endedAt - swap.startedAt).toFixed(0)} ms`);
  }
  await beQuiet();
  return spans;
}

/** As a deployment does it: never half a file. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.next`, text);
  await rename(`${file}.next`, file);
}

async function waitForVersion(url: string, version: number): Promise<void> {
  const body = JSON.stringify({ query: askVersion(version) });
  for (;;) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = await response.text();
    if (answer.includes('"data"')) return;
    await delay(POLL_MS);
  }
}

async function during(work: () => Promise<unknown>): Promise<Span> {
  const startedAt = performance.now();
  await work();
  return { startedAt, endedAt: performance.now() };
}

/** Progress goes beside the table, so that the output can be kept as it is. */
function tell(what: string): void {
  console.error(what);
}
