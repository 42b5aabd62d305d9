import type { Db } from '@nexus/kit/database';
import { and, sql } from 'drizzle-orm';
import { relationships } from '../../tables/graph.ts';
import { type ChangedEdge, changed, type Ends, isEdge, notFollowing, withWasCounted } from '../edge.store.ts';

/** How one follows another: whether their shares come to the feed, and whether their posts are announced. */
export type FollowWishes = { showShares: boolean; notifyOnPost: boolean };

/** Makes one person in use follow another; undefined when they do so already, just like this. */
export async function upsertFollow(tx: Db, { sourceId, targetId, ...wishes }: Ends & FollowWishes) {
  const { showShares, notifyOnPost } = wishes;
  const [row] = await tx
    .insert(relationships)
    .values({ sourceId, targetId, showShares, notifyOnPost, isFollowing: true, followedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [relationships.sourceId, relationships.targetId],
      set: {
        isFollowing: true,
        followedAt: sql`coalesce(${relationships.followedAt}, now())`,
        isDormant: false,
        showShares,
        notifyOnPost,
        ...changed,
      },
      setWhere: sql`not ${relationships.isFollowing} or ${relationships.isDormant}
        or ${relationships.showShares} <> ${showShares} or ${relationships.notifyOnPost} <> ${notifyOnPost}`,
    })
    .returning(withWasCounted);
  return row;
}

/** Ends a follow; undefined when there is none. */
export async function endFollow(tx: Db, ends: Ends): Promise<ChangedEdge | undefined> {
  const [row] = await tx
    .update(relationships)
    .set({ ...notFollowing, ...changed })
    .where(and(isEdge(ends), sql`${relationships.isFollowing}`))
    .returning(withWasCounted);
  return row;
}

/** Whether one person follows another. */
export async function isFollowing(db: Db, ends: Ends): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(relationships)
    .where(and(isEdge(ends), sql`${relationships.isFollowing}`));
  return rows.length > 0;
}
