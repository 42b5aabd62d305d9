import type { Services } from '@nexus/contracts/agreement';
import { repeat } from '@nexus/kit/repeat';
import { clearCases, takeOldCases } from './clear-cases.store.ts';

const EVERY_MS = 60_000;
/** For an appeal, and for whoever compares what somebody does again. */
const KEEP_DAYS = 180;

type Desk = Pick<Services, 'db' | 'logger'>;

/** Clears cases of their texts 180 days after they were decided, until stopped. */
export function startClearingCases(desk: Desk): () => Promise<void> {
  const { logger } = desk;
  return repeat(() => clearOldCases(desk), { name: 'clearing old cases', everyMs: EVERY_MS, logger });
}

/** Clears the next cases whose time has come. Several processes may do so at once. */
export async function clearOldCases({ db }: Pick<Services, 'db'>): Promise<{ hasMore: boolean }> {
  return await db.transaction(async (tx) => {
    const ids = await takeOldCases(tx, KEEP_DAYS);
    await clearCases(tx, ids);
    return { hasMore: ids.length > 0 };
  });
}
