import { changeCount, changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { type RelationshipRow, relationships } from '../../graph-tables.ts';
import { counting } from '../../tables.ts';

/** The two lists of a person; the counters have the same names. */
export type FollowList = 'followers' | 'following';
/** How one follows another: whether their shares come to the feed, and whether their posts are announced. */
export type FollowWishes = { showShares: boolean; notifyOnPost: boolean };
type Ends = { sourceId: string; targetId: string };
/** An edge that changed; `wasCounted` when it was a follow between people in use before. */
export type ChangedEdge = RelationshipRow & { wasCounted: boolean };

// `old` is the row before the statement (PostgreSQL 18); there is none when the edge is new.
export const withWasCounted = {
  ...getTableColumns(relationships),
  wasCounted: sql<boolean>`coalesce(old.is_following and not old.is_dormant, false)`,
};
export const changed = { changedAt: sql`now()`, version: sql`${relationships.version} + 1` };
export const notFollowing = { isFollowing: false, followedAt: null, isDormant: false, notifyOnPost: false };

export const isEdge = ({ sourceId, targetId }: Ends) =>
  and(eq(relationships.sourceId, sourceId), eq(relationships.targetId, targetId));

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

/** Counts a follow (1) or its end (-1) on both sides. */
export async function countFollow(tx: Db, edge: Ends, value: 1 | -1): Promise<void> {
  // Neither waits for a lock, so both can be on their way at once.
  await Promise.all(countsOf(edge, value).map((count) => changeCount(tx, counting, count)));
}

/** Counts many follows at once, or the end of many, each on both sides. */
export async function countManyFollows(tx: Db, edges: readonly Ends[], value: 1 | -1 = 1): Promise<void> {
  await changeCounts(
    tx,
    counting,
    edges.flatMap((edge) => countsOf(edge, value)),
  );
}

const countsOf = ({ sourceId, targetId }: Ends, value: 1 | -1) => [
  { subjectId: sourceId, name: 'following' satisfies FollowList, value },
  { subjectId: targetId, name: 'followers' satisfies FollowList, value },
];
