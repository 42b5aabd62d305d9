import type { Db } from '@nexus/kit/database';
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { bookmarks } from '../tables/bookmarks.ts';
import { comments, postRemovals, type ShareRow, shares } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { threadMutes } from '../tables/thread-mutes.ts';

/** Notes that everything below a deleted post is to go. */
export async function requestRemoval(tx: Db, postId: string): Promise<void> {
  await tx
    .insert(postRemovals)
    .select(
      tx
        .select({
          postId: postRefs.id,
          areFactsGone: sql<boolean>`false`.as('gone'),
          deletedAt: sql<Date>`now()`.as('at'),
        })
        .from(postRefs)
        .where(and(eq(postRefs.id, postId), eq(postRefs.state, 'DELETED'))),
    )
    .onConflictDoNothing();
}

/** Locks a deleted post whose reactions and shares are still to go, and on which nobody else works. */
export async function lockFreshRemoval(tx: Db): Promise<string | undefined> {
  const [removal] = await tx
    .select()
    .from(postRemovals)
    .where(eq(postRemovals.areFactsGone, false))
    .orderBy(asc(postRemovals.deletedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return removal?.postId;
}

/** The same of a post whose comments are to go: it was deleted so many days ago. */
export async function lockOldRemoval(tx: Db, days: number): Promise<string | undefined> {
  const [removal] = await tx
    .select()
    .from(postRemovals)
    .where(
      and(postRemovals.areFactsGone, lt(postRemovals.deletedAt, sql`now() - make_interval(days => ${days}::integer)`)),
    )
    .orderBy(asc(postRemovals.deletedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return removal?.postId;
}

/** Notes that no reactions and shares of a post are left. */
export async function noteFactsGone(tx: Db, postId: string): Promise<void> {
  await tx.update(postRemovals).set({ areFactsGone: true }).where(eq(postRemovals.postId, postId));
}

/** Notes that nothing is left below a post. */
export async function endRemoval(tx: Db, postId: string): Promise<void> {
  await tx.delete(postRemovals).where(eq(postRemovals.postId, postId));
}

/** Takes back at most `limit` shares of a post; their rows stay, as those of all ended shares. */
export function endSharesOf(tx: Db, postId: string, limit: number): Promise<ShareRow[]> {
  const these = tx
    .select({ id: shares.id })
    .from(shares)
    .where(and(eq(shares.postId, postId), shares.isShared))
    .limit(limit);
  return tx
    .update(shares)
    .set({ isShared: false, version: sql`${shares.version} + 1` })
    .where(sql`${shares.id} = any(array(${these}))`)
    .returning();
}

/** Deletes at most `limit` bookmarks of a post; says how many, and how many of them were counted. */
export async function deleteBookmarksOn(tx: Db, postId: string, limit: number) {
  const these = tx.select({ id: bookmarks.id }).from(bookmarks).where(eq(bookmarks.postId, postId)).limit(limit);
  const gone = await tx.delete(bookmarks).where(sql`${bookmarks.id} = any(array(${these}))`).returning();
  return { total: gone.length, counted: gone.filter(({ isCounted }) => isCounted).length };
}

/** The same of those who muted what happens below it. */
export async function deleteThreadMutesOn(tx: Db, postId: string, limit: number): Promise<number> {
  const gone = await tx.execute(sql`
    delete from ${threadMutes} where post_id = ${postId} and user_id = any(array(
      select user_id from ${threadMutes} where post_id = ${postId} limit ${limit}
    )) returning user_id`);
  return gone.length;
}

export type GoneComment = { id: string; postId: string; listId: string; parentId: string | null } & {
  isCounted: boolean;
  isPlaceholder: boolean;
};

/** Deletes at most `limit` comments of a post that nothing replies to; whose turn comes when their replies are gone. */
export async function deleteLeaves(tx: Db, postId: string, limit: number): Promise<GoneComment[]> {
  const leaves = await tx.execute<{ id: string }>(sql`
    select c.id from ${comments} c
    where c.post_id = ${postId} and not exists (select from ${comments} r where r.parent_id = c.id) limit ${limit}`);
  return await tx
    .delete(comments)
    .where(
      inArray(
        comments.id,
        [...leaves].map(({ id }) => id),
      ),
    )
    .returning({
      id: comments.id,
      postId: comments.postId,
      listId: comments.listId,
      parentId: comments.parentId,
      isCounted: comments.isCounted,
      isPlaceholder: sql<boolean>`${comments.state} = 'DELETED'`,
    });
}
