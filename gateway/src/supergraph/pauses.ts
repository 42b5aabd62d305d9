import { setImmediate } from 'node:timers/promises';

/** How long the event loop is kept at a time, in milliseconds. */
const SLICE_MS = 3;

/** For long work that must not hold up requests: awaited often, it lets them through every few milliseconds. */
export function createPauses(): () => Promise<void> {
  let sliceEnd = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < sliceEnd) return;
    await setImmediate();
    sliceEnd = performance.now() + SLICE_MS;
  };
}
