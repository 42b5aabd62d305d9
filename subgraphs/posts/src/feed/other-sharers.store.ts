import type { Db } from '@nexus/kit/database';
import { and, count, eq, inArray, ne, sql } from 'drizzle-orm';
import { feedItems } from '../tables/posts.ts';
import { shareRefs } from '../tables/projections.ts';
import { rulesOfReading } from './feed-rules.store.ts';
import { followedBy } from './followed.store.ts';

/** Of each of the shares: how many others whom the viewer follows shared the same post; those with none are left out. */
export function countOtherSharers(
  db: Db,
  shareIds: readonly string[],
  viewerId: string,
): Promise<{ shareId: string; others: number }[]> {
  const followed = followedBy(viewerId, rulesOfReading(viewerId));
  const sharers = sql`array(select actor_id from (${followed}) as actor where shows_shares)`;
  return db
    .select({ shareId: feedItems.id, others: count() })
    .from(feedItems)
    .innerJoin(
      shareRefs,
      and(
        eq(shareRefs.postId, feedItems.postId),
        ne(shareRefs.actorId, feedItems.actorId),
        sql`${shareRefs.actorId} = any(${sharers})`,
        shareRefs.isShared,
      ),
    )
    .where(inArray(feedItems.id, [...shareIds]))
    .groupBy(feedItems.id);
}
