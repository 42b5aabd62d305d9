import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { transact } from '@nexus/kit/transact';
import { holdStill } from './standing.store.ts';
import { lift, type Writing } from './state.service.ts';
import { findHold, findOverdueSuspensions } from './state.store.ts';

const EVERY_MS = 10_000;
const BATCH = 100;

/** Lifts suspensions that are over until stopped. Who signs in before that lifts their own. */
export function startLiftingSuspensions(services: Writing & { logger: Logger }): () => Promise<void> {
  const { logger } = services;
  return repeat(() => liftSuspensions(services), { name: 'lifting suspensions', everyMs: EVERY_MS, logger });
}

/** Lifts the next hundred suspensions that are over. Several processes may do so at once. */
export async function liftSuspensions(services: Writing): Promise<{ hasMore: boolean }> {
  const overdue = await findOverdueSuspensions(services.db, BATCH);
  for (const userId of overdue) {
    await transact(services, async (tx, tell) => {
      await holdStill(tx, userId);
      // It may have been prolonged since it was found.
      const until = (await findHold(tx, userId))?.suspendedUntil;
      if (until && until <= new Date()) await lift(tx, tell, userId);
    });
  }
  return { hasMore: overdue.length === BATCH };
}
