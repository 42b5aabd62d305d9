import type { ShareEdge } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { and, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { feedItems, posts, relEdges, shareRefs } from '../tables.ts';

/**
 * Takes over a newer state of a share and says which item it had until now (null: none); undefined when this state is
 * known already, or older than what is known.
 */
export async function upsertShareRef(
  tx: Db,
  { actorId, postId, shareId, isShared, version }: ShareEdge,
): Promise<{ formerItemId: string | null } | undefined> {
  const [taken] = await tx
    .insert(shareRefs)
    .values({ actorId, postId, shareId, isShared, version })
    .onConflictDoUpdate({
      target: [shareRefs.actorId, shareRefs.postId],
      set: { shareId, isShared, version },
      setWhere: sql`${shareRefs.version} < excluded.version`,
    })
    .returning({ formerItemId: sql<string | null>`old.share_id` });
  return taken;
}

export async function deleteFeedItem(tx: Db, id: string): Promise<void> {
  await tx.delete(feedItems).where(eq(feedItems.id, id));
}

/** Puts a share of a live post into the feeds of the sharer's followers. */
export async function insertShareItem(tx: Db, { shareId, actorId, postId, sharedAt }: ShareEdge): Promise<void> {
  // Held, or a deletion at this moment would not see the new item.
  const [post] = await tx
    .select({ createdAt: posts.createdAt })
    .from(posts)
    .where(and(eq(posts.id, postId), isNull(posts.deletedAt)))
    .for('share');
  if (!post) return;
  // Feeds rely on it that every share is later than its post, whatever two clocks say.
  const sortAt = new Date(Math.max(new Date(sharedAt).getTime(), post.createdAt.getTime() + 1));
  await tx.insert(feedItems).values({ id: shareId, actorId, kind: 'SHARE', sortAt, postId });
}

/** Of each of the shares: how many others whom the viewer follows shared the same post; those with none are left out. */
export function countOtherSharers(
  db: Db,
  shareIds: readonly string[],
  viewerId: string,
): Promise<{ shareId: string; others: number }[]> {
  const other = alias(feedItems, 'other');
  return db
    .select({ shareId: feedItems.id, others: count() })
    .from(feedItems)
    .innerJoin(
      other,
      and(eq(other.postId, feedItems.postId), eq(other.kind, 'SHARE'), ne(other.actorId, feedItems.actorId)),
    )
    .innerJoin(relEdges, and(eq(relEdges.sourceId, viewerId), eq(relEdges.targetId, other.actorId)))
    .where(and(inArray(feedItems.id, [...shareIds]), relEdges.isFollowing, relEdges.showShares))
    .groupBy(feedItems.id);
}
