import type { Sql } from 'postgres';
import { HEARD_CHANNEL } from './inbox.ts';

const PATIENCE_MS = 1_000;

/** Who must have heard which event before a mutation answers. */
export type Told = { eventId: string; heardBy: readonly string[] };
export type Hearing = { heard(told: readonly Told[]): Promise<void> };

/**
 * Waits for subscribers to hear what was told, at most a second, so that the next request reads its own writes.
 * A subscriber that let us wait in vain and heard nothing meanwhile is not waited for again until it is heard from.
 */
export async function listenForHearing(sql: Sql, patienceMs = PATIENCE_MS): Promise<Hearing> {
  const heardLately = new Set<string>();
  const waiting = new Map<string, () => void>();
  const silent = new Set<string>();
  const lastHeard = new Map<string, number>();

  await sql.listen(HEARD_CHANNEL, (receipt) => {
    const subscriber = receipt.slice(receipt.indexOf('/') + 1);
    silent.delete(subscriber);
    lastHeard.set(subscriber, performance.now());
    remember(heardLately, receipt);
    waiting.get(receipt)?.();
  });

  function receiptOf(eventId: string, subscriber: string): Promise<void> {
    const receipt = `${eventId}/${subscriber}`;
    if (heardLately.has(receipt) || silent.has(subscriber)) return Promise.resolve();
    const since = performance.now();
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        if ((lastHeard.get(subscriber) ?? 0) < since) silent.add(subscriber);
        done();
      }, patienceMs);
      const done = () => {
        clearTimeout(giveUp);
        waiting.delete(receipt);
        resolve();
      };
      waiting.set(receipt, done);
    });
  }

  return {
    heard: async (told) => {
      await Promise.all(
        told.flatMap(({ eventId, heardBy }) => heardBy.map((subscriber) => receiptOf(eventId, subscriber))),
      );
    },
  };
}

const REMEMBERED = 1_000;

/** A receipt may come before its wait begins: the last thousand are kept. */
function remember(receipts: Set<string>, receipt: string): void {
  receipts.add(receipt);
  if (receipts.size <= REMEMBERED) return;
  for (const oldest of receipts) {
    receipts.delete(oldest);
    return;
  }
}
