import { CallFailure } from './call-failure.ts';
import { type Patience, whenOver } from './patience.ts';

/** Bounds the calls of one subgraph, so that a slow one cannot take all of the gateway. */
export type Bulkhead = {
  /** Undefined when there is room, else a promise of a turn; refuses when too many wait or the wait is over. */
  enter(patience: Patience): Promise<void> | undefined;
  leave(): void;
};

/**
 * A bulkhead with a queue, first come, first served. Of our own because cockatiel's keeps a call in its queue after its
 * deadline.
 */
export function createBulkhead(concurrency: number, queue: number): Bulkhead {
  let running = 0;
  const waiting = new Set<() => void>();

  const takeTurn = (patience: Patience) =>
    new Promise<void>((resolve, reject) => {
      waiting.add(resolve);
      whenOver(patience, ({ reason, cause }) => {
        waiting.delete(resolve);
        reject(new CallFailure(reason, cause, { isUnsent: true }));
      });
    });

  return {
    enter(patience) {
      if (running < concurrency) {
        running += 1;
        return undefined;
      }
      if (waiting.size < queue) return takeTurn(patience);
      throw new CallFailure('crowded', new Error(`${running} calls at once, ${queue} waiting`), { isUnsent: true });
    },
    leave() {
      const [next] = waiting;
      if (!next) {
        running -= 1;
        return;
      }
      waiting.delete(next);
      next();
    },
  };
}
