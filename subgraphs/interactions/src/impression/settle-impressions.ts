import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { deleteSettledImpressions } from './impression.store.ts';

const SETTLE = { name: 'removing settled impressions', everyMs: 3_600_000 };
const BATCH = 5_000;

/** Removes impressions of more than 90 days ago, until stopped: nothing but what series counted of them is left. */
export function startSettlingImpressions(db: Db, logger: Logger): () => Promise<void> {
  const settle = async () => ({ hasMore: (await deleteSettledImpressions(db, BATCH)) === BATCH });
  return repeat(settle, { ...SETTLE, logger });
}
