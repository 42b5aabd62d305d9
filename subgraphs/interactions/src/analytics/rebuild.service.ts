import type { Db } from '@nexus/kit/database';
import { doubtAll } from '../engagement/engagement.store.ts';
import { addMissingDays, mendSeries } from './rebuild.store.ts';

export type RebuiltAnalytics = { mended: number; days: number; told: number };

/**
 * Recomputes series, active days and engagement from the facts, while all of them are in use; with a connection whose
 * statements may take long. `told` is how many posts are told of anew, by whoever runs interactions.
 */
export async function rebuildAnalytics(db: Db): Promise<RebuiltAnalytics> {
  const mended = await mendSeries(db);
  const days = await addMissingDays(db);
  return { mended, days, told: await doubtAll(db) };
}
