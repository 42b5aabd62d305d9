import { ERASE_CHUNK } from '@nexus/contracts/projections/erasure/erase-people';
import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import type { Db } from '@nexus/kit/database';
import { eq, sql } from 'drizzle-orm';
import type { GoneReactions } from '../reaction/remove-reactions.store.ts';
import { type BookmarkRow, bookmarkCollections, bookmarks } from '../tables/bookmarks.ts';
import { comments, reactions, type ShareRow, shares } from '../tables/facts.ts';
import { threadMutes } from '../tables/thread-mutes.ts';

/** Some of what somebody said that is not erased yet. */
export async function findCommentsOf(db: Db, authorId: string, limit: number): Promise<string[]> {
  const rows = await db.select({ id: comments.id }).from(comments).where(eq(comments.authorId, authorId)).limit(limit);
  return rows.map(({ id }) => id);
}

/** Deletes some of somebody's reactions. */
export async function deleteReactionsOf(tx: Db, userId: string): Promise<GoneReactions[]> {
  const gone = await tx.execute<GoneReactions>(sql`
    with gone as (
      delete from ${reactions} where id = any(array(
        select id from ${reactions} where user_id = ${userId} limit ${ERASE_CHUNK} for update skip locked
      )) returning target_id, kind, is_counted
    )
    select target_id as "targetId", kind, count(*)::integer as total,
      count(*) filter (where is_counted)::integer as counted
    from gone group by target_id, kind`);
  return [...gone];
}

/** Deletes some of somebody's shares, those that were taken back too. */
export function deleteSharesOf(tx: Db, actorId: string): Promise<ShareRow[]> {
  const some = tx
    .select({ id: shares.id })
    .from(shares)
    .where(eq(shares.actorId, actorId))
    .limit(ERASE_CHUNK)
    .for('update', { skipLocked: true });
  return tx.delete(shares).where(sql`${shares.id} = any(array(${some}))`).returning();
}

/** Deletes some of somebody's bookmarks. */
export function deleteBookmarksOf(tx: Db, userId: string): Promise<BookmarkRow[]> {
  const some = tx
    .select({ id: bookmarks.id })
    .from(bookmarks)
    .where(eq(bookmarks.userId, userId))
    .limit(ERASE_CHUNK)
    .for('update', { skipLocked: true });
  return tx.delete(bookmarks).where(sql`${bookmarks.id} = any(array(${some}))`).returning();
}

/** Deletes what somebody put their bookmarks in, when nothing is in it any more. */
export const deleteCollectionsOf = (tx: Db, userId: string): Promise<number> =>
  deleteChunk(tx, bookmarkCollections, eq(bookmarkCollections.userId, userId));

/** Deletes some of the threads that somebody muted. */
export const deleteThreadMutesOf = (tx: Db, userId: string): Promise<number> =>
  deleteChunk(tx, threadMutes, eq(threadMutes.userId, userId));
