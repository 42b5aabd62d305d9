import { setTimeout } from 'node:timers/promises';

/** How long the event loop is kept at a time, in milliseconds. A request takes several turns of it. */
const SLICE_MS = 1;
/** How long it is left to requests then. */
const REST_MS = 2;

/** For long work that must not hold up requests: awaited often, it leaves most of the time to them. */
export function createPauses(): () => Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < sliceEnd) return;
    await setTimeout(REST_MS);
    sliceEnd = performance.now() + SLICE_MS;
  };
}
