import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { expect, test } from 'vitest';
import { startSwapGraph } from './swap-graph.ts';
import { startLoad } from './swap-load.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
/** `npm run bench -- swap` makes fifty, and measures what requests wait for. */
const SWAPS = 8;

/** The gateway as a process of its own, on a supergraph file. */
async function startProcess(sdl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'swap-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, sdl);
  const child = spawn(process.execPath, [CLI, '--supergraph', file, '--port', '0', '--environment', 'production']);
  endWithTest(child);
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

test(`${SWAPS} supergraphs take over under load without a failed request, and one that is broken does not`, {
  timeout: 300_000,
}, async () => {
  await using graph = await startSwapGraph();
  await using gateway = await startProcess(graph.supergraph(0));
  const load = startLoad(gateway.url);
  const serves = (version: number) => () => load.ask(`{ version_${version} }`);
  await expect.poll(load.sent, { timeout: 10_000 }).toBeGreaterThan(500);

  for (let version = 1; version <= SWAPS; version++) {
    await gateway.replace(graph.supergraph(version));
    await expect
      .poll(serves(version), { timeout: 10_000, interval: 20 })
      .toEqual({ data: { [`version_${version}`]: 1 } });
  }
  await gateway.replace(graph.supergraph(0).replace('type Item', 'type Broken'));
  await expect
    .poll(gateway.said, { timeout: 10_000 })
    .toContain('a new supergraph was refused, the old one keeps serving: ');
  await load.stop();

  expect(load.failures).toEqual([]);
});
