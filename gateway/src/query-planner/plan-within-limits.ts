import type { PlanAnswer, PlanRequest } from './messages.ts';
import type { PlannerThread } from './planner-thread.ts';

export type PlanLimits = {
  /** Of processor time, so that a busy machine makes nobody too complex. */
  timeLimitMs: number;
  /** What a plan may add to the heap of the thread; checked from outside, for V8's own limit may end the process. */
  memoryLimitMb: number;
};

/** How often a plan under way is checked; most are ready before the first time. */
const CHECK_MS = 100;

/** On whatever machine, a plan takes at most so many times its limit by the clock. */
const CLOCK_FACTOR = 3;

/** What a thread answers within the limits. Whoever exceeds them is too complex, and the thread is gone. */
export async function planWithinLimits(
  limits: PlanLimits,
  thread: PlannerThread,
  request: PlanRequest,
): Promise<PlanAnswer> {
  const { promise: exceeded, resolve } = Promise.withResolvers<undefined>();
  const watch = setInterval(check, Math.min(CHECK_MS, limits.timeLimitMs));
  const end = performance.now() + CLOCK_FACTOR * limits.timeLimitMs;
  const start = thread.processorMs().catch(() => 0);
  const planned = thread.plan(request);
  const answer = await Promise.race([planned, exceeded]).finally(() => clearInterval(watch));
  if (answer) return answer;
  planned.catch(() => undefined);
  await thread.stop();
  return { kind: 'too complex' };

  async function check(): Promise<void> {
    // A turn of the event loop later: if it was this thread that was late, the answer has arrived meanwhile.
    if (performance.now() >= end || (await isBeyondLimits())) setImmediate(resolve, undefined);
  }

  async function isBeyondLimits(): Promise<boolean> {
    // A thread that has died answers by its plan.
    const [now, heapMb] = await Promise.all([thread.processorMs(), thread.heapGrowthMb()]).catch(() => [0, 0]);
    return now - (await start) >= limits.timeLimitMs || heapMb > limits.memoryLimitMb;
  }
}
