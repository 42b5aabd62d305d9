import { createLane, type Lane, type LaneConfig } from './lane.ts';
import type { PlannerThread } from './planner-thread.ts';
import type { WaitingLine } from './waiting-line.ts';

type LanesConfig<Item> = Omit<LaneConfig<Item>, 'next'> & { line: WaitingLine<Item>; sizeOf(item: Item): number };

/** What takes longer than this, in milliseconds, is slow: small ones go past it. Most take a tenth of it. */
const SLOW_MS = 50;
/** What is less than this of a slow one's size is small. */
const SMALL_SHARE = 0.5;
/** The fast lane holds the supergraph a second time; without work it ends after this, in milliseconds. */
const IDLE_MS = 60_000;

/** A lane for everything, and while it is slow with something large a fast one for what is small. */
export function createLanes<Item>({ line, sizeOf, serve, start }: LanesConfig<Item>, thread: PlannerThread): Lane {
  let slowSize = 0;
  let idle: NodeJS.Timeout | undefined;

  const main = createLane<Item>({ next: line.next, serve: serveAnything, start }, thread);
  const fast = createLane<Item>({ next: () => line.nextBelow(slowSize * SMALL_SHARE), serve: serveSmall, start });

  async function serveAnything(...served: Parameters<typeof serve>): Promise<void> {
    const slow = setTimeout(() => {
      slowSize = sizeOf(served[0]);
      fast.wake();
    }, SLOW_MS);
    await serve(...served);
    clearTimeout(slow);
    slowSize = 0;
  }

  async function serveSmall(...served: Parameters<typeof serve>): Promise<void> {
    clearTimeout(idle);
    await serve(...served);
    idle = setTimeout(fast.stop, IDLE_MS).unref();
  }

  return {
    wake() {
      main.wake();
      fast.wake();
    },
    async stop() {
      await Promise.all([main.stop(), fast.stop()]);
      clearTimeout(idle);
    },
  };
}
