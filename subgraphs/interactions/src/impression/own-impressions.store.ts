import type { FindPage } from '@nexus/contracts/export';
import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import type { Db } from '@nexus/kit/database';
import { isAfter } from '@nexus/kit/keyset';
import { and, asc, eq } from 'drizzle-orm';
import { activeDays, impressions } from '../tables/analytics.ts';

type ImpressionRow = typeof impressions.$inferSelect;

/** What somebody was shown, the oldest first. */
export function findImpressionsToExport(db: Db, viewerId: string): FindPage<ImpressionRow> {
  return ({ after, limit }) =>
    db
      .select()
      .from(impressions)
      .where(
        and(
          eq(impressions.viewerId, viewerId),
          isAfter([impressions.seenAt, impressions.postId], after && { at: after.seenAt, id: after.postId }),
        ),
      )
      .orderBy(asc(impressions.seenAt), asc(impressions.postId))
      .limit(limit);
}

/** Deletes some of what somebody was shown; it is taken out of the series. */
export const deleteImpressionsBy = (tx: Db, userId: string): Promise<number> =>
  deleteChunk(tx, impressions, eq(impressions.viewerId, userId));

/** Deletes some of the days on which somebody was here. */
export const deleteActiveDaysOf = (tx: Db, userId: string): Promise<number> =>
  deleteChunk(tx, activeDays, eq(activeDays.userId, userId));
