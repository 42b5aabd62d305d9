import type { Db } from '@nexus/kit/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type FeedItemRow, feedItems, posts } from '../tables/posts.ts';
import { type ShareRefRow, shareRefs } from '../tables/projections.ts';

/**
 * Takes over a newer state of a share and says which item it had until now (null: none); undefined when this state is
 * known already, or older than what is known.
 */
export async function upsertShareRef(tx: Db, share: ShareRefRow): Promise<{ formerItemId: string | null } | undefined> {
  const { shareId, isShared, sortAt, version } = share;
  const [taken] = await tx
    .insert(shareRefs)
    .values(share)
    .onConflictDoUpdate({
      target: [shareRefs.postId, shareRefs.actorId],
      set: { shareId, isShared, sortAt, version },
      setWhere: sql`${shareRefs.version} < excluded.version`,
    })
    .returning({ formerItemId: sql<string | null>`old.share_id` });
  return taken;
}

/** When a live post was published; held, or a deletion at this moment would not see what is added to it. */
export async function findLivePost(tx: Db, id: string): Promise<{ createdAt: Date } | undefined> {
  const [post] = await tx
    .select({ createdAt: posts.createdAt })
    .from(posts)
    .where(and(eq(posts.id, id), isNull(posts.deletedAt)))
    .for('share');
  return post;
}

export async function insertFeedItem(tx: Db, item: FeedItemRow): Promise<void> {
  await tx.insert(feedItems).values(item);
}

export async function deleteFeedItem(tx: Db, id: string): Promise<void> {
  await tx.delete(feedItems).where(eq(feedItems.id, id));
}
