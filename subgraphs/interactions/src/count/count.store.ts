import { type Count, changeCount, changeCounts, countChange, storedCounts, sumCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { counting as counters } from '../tables/counts.ts';
import { corrections } from './correction.store.ts';
import type { CountChange } from './count.ts';

/** Changes a count in the transaction of what it counts; never waits for another writer. */
export function count(tx: Db, change: CountChange): Promise<void> {
  return changeCount(tx, counters, change);
}

/** The same as a part of the statement that writes or deletes the fact. */
export function counting(change: Record<keyof CountChange, SQLWrapper>): SQL {
  return countChange(counters, change);
}

/** Changes many counts at once, for imports and background work. */
export function countMany(tx: Db, changes: readonly CountChange[]): Promise<void> {
  return changeCounts(tx, counters, changes);
}

type Sight = { viewerId: string | undefined; needsCorrection: boolean };

/** All counts of posts and comments that are not zero, as the viewer sees them; stored counts are, until there is a doubt. */
export function findShownCounts(db: Db, subjectIds: readonly string[], sight: Sight): Promise<Count[]> {
  const stored = storedCounts(counters, subjectIds);
  if (!sight.needsCorrection) return sumCounts(db, stored);
  return sumCounts(db, sql`${stored} union all ${corrections(subjectIds, sight.viewerId)}`);
}
