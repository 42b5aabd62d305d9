import { setTimeout as delay } from 'node:timers/promises';
import type { Events, PostSnapshot } from '@nexus/contracts/events';
import type { Database } from '@nexus/kit/database';
import type { EventBus } from '@nexus/kit/events/bus';
import type { Told } from '@nexus/kit/events/hearing';
import { HEARD_CHANNEL } from '@nexus/kit/events/inbox';
import { newId } from '@nexus/kit/new-id';

const WARM_UP = 5;
/** Idle: the next event is told when the last has had its effect, at a moment that has nothing to do with any polling. */
const PAUSE_MS = { least: 50, most: 1_050 };

/** Tells posts one by one, and listens for the commits of their effects. Milliseconds, in the order of telling. */
export async function measureDelays(bus: EventBus<Events>, { db, sql }: Database, count: number): Promise<number[]> {
  const waiting = new Map<string, () => void>();
  const { unlisten } = await sql.listen(HEARD_CHANNEL, (receipt) => {
    waiting.get(receipt.slice(0, receipt.indexOf('/')))?.();
  });
  const delays: number[] = [];
  for (let number = 0; number < WARM_UP + count; number += 1) {
    const effect = Promise.withResolvers<void>();
    const began = performance.now();
    await db.transaction(async (tx) => {
      const told: Told[] = [];
      await bus.teller(tx, told)('posts.post.published.v1', anyPost());
      // Before the commit: the effect may be there before the answer to it.
      for (const { eventId } of told) waiting.set(eventId, effect.resolve);
    });
    await effect.promise;
    if (number >= WARM_UP) delays.push(performance.now() - began);
    await delay(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
  }
  await unlisten();
  return delays;
}

function anyPost(): PostSnapshot {
  const createdAt = new Date().toISOString();
  const shown = { visibility: 'PUBLIC', listId: null, commentPolicy: 'EVERYONE', state: 'LIVE' } as const;
  return { postId: newId(), authorId: newId(), ...shown, createdAt, version: 1 };
}
