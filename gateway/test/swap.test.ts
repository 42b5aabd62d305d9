import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startSwapGraph } from './swap-graph.ts';
import { percentile, startLoad } from './swap-load.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const SWAPS = 50;
const REQUESTS = 20_000;

/** The gateway as a process of its own, on a supergraph file. */
async function startProcess(sdl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'swap-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, sdl);
  const child = spawn(process.execPath, [CLI, '--supergraph', file, '--port', '0', '--environment', 'production']);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  await expect.poll(() => said.join(''), { timeout: 20_000 }).toMatch(/at http:\S+\/graphql/);
  return {
    url: said.join('').match(/at (http:\S+\/graphql)/)?.[1] ?? '',
    said: () => said.join(''),
    async replace(next: string) {
      await writeFile(`${file}.next`, next);
      await rename(`${file}.next`, file);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

/** The median over all windows of a kind, each a few hundred requests: one hiccup of the machine is not a swap. */
function typicalP99({ latencies }: ReturnType<typeof startLoad>, kind: string): number {
  const windows = Object.entries(latencies).filter(([phase]) => phase.startsWith(kind));
  return percentile(
    windows.map(([, values]) => percentile(values, 99)),
    50,
  );
}

test(`${SWAPS} supergraphs take over under load without a failed request, and one that is broken does not`, {
  timeout: 300_000,
  retry: 1,
}, async () => {
  await using graph = await startSwapGraph();
  await using gateway = await startProcess(graph.supergraph(0));
  const load = startLoad(gateway.url);
  const serves = (version: number) => () => load.ask(`{ version_${version} }`);
  let swapMs = 1_000;

  for (let version = 1; version <= SWAPS; version++) {
    load.enter(version === 1 ? 'warm-up' : `quiet ${version}`);
    await setTimeout(swapMs);
    load.enter(`swap ${version}`);
    const began = performance.now();
    await gateway.replace(graph.supergraph(version));
    await expect
      .poll(serves(version), { timeout: 10_000, interval: 20 })
      .toEqual({ data: { [`version_${version}`]: 1 } });
    swapMs = performance.now() - began;
    if (version === SWAPS / 2) await gateway.replace(graph.supergraph(0).replace('type Item', 'type Broken'));
  }
  load.enter('end');
  await expect.poll(load.sent, { timeout: 60_000 }).toBeGreaterThanOrEqual(REQUESTS);
  await load.stop();

  const [quiet, swap] = [typicalP99(load, 'quiet'), typicalP99(load, 'swap')];
  console.log(`${load.sent()} requests, ${load.failures.length} failed; a swap takes about ${Math.round(swapMs)} ms.`);
  console.log(
    `p99 ${quiet.toFixed(1)} ms when quiet, ${swap.toFixed(1)} ms during a swap: ${(swap / quiet).toFixed(2)} times.`,
  );
  expect(load.failures).toEqual([]);
  expect(swap / quiet).toBeLessThanOrEqual(3);
  expect(gateway.said()).toContain('a new supergraph was refused, the old one keeps serving: ');
});
