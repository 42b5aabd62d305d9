import { monitorEventLoopDelay } from 'node:perf_hooks';

const RUNS = 3;

/**
 * The longest time in milliseconds that some work held up everything else; the least of three runs, because what the
 * work itself holds up it holds up each time, and a busy machine now and then.
 */
export async function longestDelay(work: (run: number) => Promise<unknown>): Promise<number> {
  const longest: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await work(run);
    delay.disable();
    longest.push(delay.max / 1e6);
  }
  console.log(`Longest delays of the event loop: ${longest.map((ms) => ms.toFixed(1)).join(', ')} ms.`);
  return Math.min(...longest);
}
