import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { endWithTest } from '../src/testing/child-process.ts';
import { heardNumbers, note, say } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

test('what a killed process was hearing is heard by another within fifteen seconds, once', async () => {
  await using house = await buildSmallHouse();
  const listener = await house.open();
  const script = fileURLToPath(new URL('./hear-and-hang.ts', import.meta.url));
  const victim = spawn(process.execPath, [script, house.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  endWithTest(victim);
  await say(listener, 7);
  await once(victim.stdout, 'data');
  await listener.bus.listen({ 'numbers.said.v1': note });

  victim.kill('SIGKILL');
  const killedAt = performance.now();

  await expect.poll(() => heardNumbers(listener), { timeout: 20_000 }).toEqual([7]);
  expect((performance.now() - killedAt) / 1_000).toBeLessThan(15);
});
