import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Memory, Task } from './memory-process.ts';

const PROCESS = fileURLToPath(new URL('./memory-process.ts', import.meta.url));

function startProcess() {
  const child = fork(PROCESS, { execArgv: ['--expose-gc'] });
  return {
    /** What is in the memory after it. */
    async after(task: Task): Promise<Memory> {
      child.send(task);
      const [memory] = await once(child, 'message');
      return memory;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

test('10,000 different operations leave the memory as it was', async () => {
  await using gateway = startProcess();
  // More than the caches hold.
  const before = await gateway.after({ task: 'ask', from: 0, to: 1_200 });

  const after = await gateway.after({ task: 'ask', from: 10_000, to: 20_000 });

  console.log(
    `Heap: ${before.heapMb.toFixed(1)} MB with full caches, ${after.heapMb.toFixed(1)} MB 10,000 operations later.`,
  );
  expect(after.heapMb).toBeLessThanOrEqual(before.heapMb * 1.1);
}, 240_000);

test('a supergraph that was replaced is forgotten, with its planner and its plans', async () => {
  await using gateway = startProcess();
  await gateway.after({ task: 'ask', from: 0, to: 100 });
  const before = await gateway.after({ task: 'swap', to: 1 });

  for (let version = 2; version <= 10; version++) await gateway.after({ task: 'swap', to: version });
  const after = await gateway.after({ task: 'ask', from: 0, to: 100 });

  console.log(`Heap: ${before.heapMb.toFixed(1)} MB, ${after.heapMb.toFixed(1)} MB nine supergraphs later.`);
  expect([after.threads, after.schemas]).toEqual([before.threads, before.schemas]);
  expect(after.threads).toBe(1);
  expect(after.heapMb).toBeLessThanOrEqual(before.heapMb * 1.1);
}, 120_000);
