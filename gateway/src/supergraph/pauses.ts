import { setTimeout } from 'node:timers/promises';
import { collectYoung } from './collect-garbage.ts';

/** How long the event loop is kept at a time, in milliseconds. A request takes several turns of it. */
const SLICE_MS = 1;
/** How long it is left to requests then. */
const REST_MS = 2;
/** Slices between two collections. */
const SLICES = 4;

export type Pauses = () => Promise<void>;

/** For work that somebody waits for. */
export const noPauses: Pauses = async () => undefined;

/**
 * For long work that must not hold up requests: awaited often, it leaves most of the time to them. What such work makes is
 * there to stay, and V8 would copy all of it at one time, for tens of milliseconds; so it has to do it piece by piece.
 */
export function createPauses(): Pauses {
  let sliceEnd = performance.now() + SLICE_MS;
  let slices = 0;
  return async () => {
    if (performance.now() < sliceEnd) return;
    if (++slices % SLICES === 0) collectYoung();
    await setTimeout(REST_MS);
    sliceEnd = performance.now() + SLICE_MS;
  };
}
