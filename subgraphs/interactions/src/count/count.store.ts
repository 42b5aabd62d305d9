import { type Count, changeCount, changeCounts, findCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { counting } from '../tables.ts';
import type { CountChange } from './count.ts';

/** Changes a count in the transaction of what it counts; never waits for another writer. */
export function count(tx: Db, change: CountChange): Promise<void> {
  return changeCount(tx, counting, change);
}

/** Changes many counts at once, for imports and background work. */
export function countMany(tx: Db, changes: readonly CountChange[]): Promise<void> {
  return changeCounts(tx, counting, changes);
}

/** All counts of posts and comments that are not zero. */
export function findCountsOf(db: Db, subjectIds: readonly string[]): Promise<Count[]> {
  return findCounts(db, counting, subjectIds);
}
