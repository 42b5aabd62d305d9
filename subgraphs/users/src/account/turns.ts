import { rateLimited } from '@nexus/kit/errors';

const RETRY_SECONDS = 2;

/** Runs at most `atOnce` pieces of work at a time, in the order they came; RATE_LIMITED when `waiting` wait already. */
export function takeTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = [];
  let running = 0;

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) throw rateLimited(RETRY_SECONDS);
    // Who ends hands over the place, so `running` stays as it is.
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
