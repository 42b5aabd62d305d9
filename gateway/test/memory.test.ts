import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import type { Memory, Task } from './memory-process.ts';

const PROCESS = fileURLToPath(new URL('./memory-process.ts', import.meta.url));

function startProcess() {
  const child = fork(PROCESS, { execArgv: ['--expose-gc'] });
  endWithTest(child);
  return {
    async does(task: Task): Promise<void> {
      child.send(task);
      await once(child, 'message');
    },
    /** What is in the memory. */
    async memory(): Promise<Memory> {
      child.send({ task: 'measure' });
      const [memory] = await once(child, 'message');
      return memory;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

const OPERATIONS = sized({ thorough: 10_000, daily: 3_000 });
const SWAPS = sized({ thorough: 9, daily: 4 });

test(`${OPERATIONS} different operations leave the memory as it was`, async () => {
  await using gateway = startProcess();
  // More than the caches hold.
  await gateway.does({ task: 'ask', from: 0, to: 1_200 });
  const before = await gateway.memory();

  await gateway.does({ task: 'ask', from: 10_000, to: 10_000 + OPERATIONS });
  const after = await gateway.memory();

  console.log(
    `Heap: ${before.heapMb.toFixed(1)} MB with full caches, ${after.heapMb.toFixed(1)} MB ${OPERATIONS} operations later.`,
  );
  expect(after.heapMb).toBeLessThanOrEqual(before.heapMb * 1.1);
}, 240_000);

test('a supergraph that was replaced is forgotten, with its planner and its plans', async () => {
  await using gateway = startProcess();
  await gateway.does({ task: 'ask', from: 0, to: 100 });
  await gateway.does({ task: 'swap', to: 1 });
  const before = await gateway.memory();

  for (let version = 2; version <= 1 + SWAPS; version++) await gateway.does({ task: 'swap', to: version });
  await gateway.does({ task: 'ask', from: 0, to: 100 });
  const after = await gateway.memory();

  console.log(`Heap: ${before.heapMb.toFixed(1)} MB, ${after.heapMb.toFixed(1)} MB ${SWAPS} supergraphs later.`);
  expect([after.threads, after.schemas]).toEqual([before.threads, before.schemas]);
  // One that plans, and one that waits for the next supergraph.
  expect(after.threads).toBe(2);
  expect(after.heapMb).toBeLessThanOrEqual(before.heapMb * 1.1);
}, 120_000);
