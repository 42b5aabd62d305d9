import type { PlannerThread } from './planner-thread.ts';

/** A planner thread that serves one after the other; it is started when it is needed, and again after it was ended. */
export type Lane = {
  /** Serves until there is nothing more to serve, if it does not do so already. */
  wake(): void;
  /** Gives up the thread, and with it what is being served. */
  stop(): Promise<void>;
};

/** The running thread; rejects with the reason why there is none. */
export type RunningThread = () => Promise<PlannerThread>;

export type LaneConfig<Item> = {
  next(): Item | undefined;
  /** Never rejects. */
  serve(item: Item, thread: RunningThread): Promise<void>;
  start(): Promise<PlannerThread>;
};

/** A lane that serves what `next` takes out of a line; the thread is what it begins with, if it was started already. */
export function createLane<Item>({ next, serve, start }: LaneConfig<Item>, thread?: PlannerThread): Lane {
  let current = thread;
  let working: Promise<void> | undefined;

  async function running(): Promise<PlannerThread> {
    if (!current?.isAlive()) current = await start();
    return current;
  }

  async function work(first: Item): Promise<void> {
    for (let item: Item | undefined = first; item !== undefined; item = next()) await serve(item, running);
    working = undefined;
  }

  return {
    wake() {
      const first = working === undefined ? next() : undefined;
      if (first !== undefined) working = work(first);
    },
    async stop() {
      if (working === undefined) return current?.leave();
      await current?.stop();
      await working;
      // What was being started meanwhile.
      await current?.stop();
    },
  };
}
