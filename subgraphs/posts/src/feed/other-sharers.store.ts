import type { Db } from '@nexus/kit/database';
import { and, count, eq, inArray, ne, sql } from 'drizzle-orm';
import { feedItems, relEdges, shareRefs } from '../tables.ts';

/** Of each of the shares: how many others whom the viewer follows shared the same post; those with none are left out. */
export function countOtherSharers(
  db: Db,
  shareIds: readonly string[],
  viewerId: string,
): Promise<{ shareId: string; others: number }[]> {
  const followed = sql`array(
    select ${relEdges.targetId} from ${relEdges}
    where ${relEdges.sourceId} = ${viewerId} and ${relEdges.isFollowing} and ${relEdges.showShares})`;
  return db
    .select({ shareId: feedItems.id, others: count() })
    .from(feedItems)
    .innerJoin(
      shareRefs,
      and(
        eq(shareRefs.postId, feedItems.postId),
        ne(shareRefs.actorId, feedItems.actorId),
        sql`${shareRefs.actorId} = any(${followed})`,
        shareRefs.isShared,
      ),
    )
    .where(inArray(feedItems.id, [...shareIds]))
    .groupBy(feedItems.id);
}
