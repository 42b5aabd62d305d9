import type { Db } from '@nexus/kit/database';
import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { type ReactionKind, reactionRemovals, reactions } from '../tables/facts.ts';

/** Notes that the reactions to a target are to be removed; nothing may be able to add one any more. */
export async function insertRemoval(tx: Db, targetId: string): Promise<void> {
  await tx.insert(reactionRemovals).values({ targetId }).onConflictDoNothing();
}

/** Locks one of the removals that nobody else works on; returns its target. */
export async function lockRemoval(tx: Db): Promise<string | undefined> {
  const [removal] = await tx
    .select()
    .from(reactionRemovals)
    .orderBy(asc(reactionRemovals.targetId))
    .limit(1)
    .for('update', { skipLocked: true });
  return removal?.targetId;
}

export async function deleteRemoval(tx: Db, targetId: string): Promise<void> {
  await tx.delete(reactionRemovals).where(eq(reactionRemovals.targetId, targetId));
}

/** How many reactions of a kind to a target are gone, and how many of them were counted. */
export type GoneReactions = { targetId: string; kind: ReactionKind; total: number; counted: number };

/** Deletes at most `limit` reactions to a target, the oldest first. */
export function deleteReactionsTo(tx: Db, targetId: string, limit: number): Promise<GoneReactions[]> {
  return deleteThese(tx, sql`target_id = ${targetId} order by created_at, id limit ${limit}`);
}

/** Deletes at most `limit` reactions to comments under a post. */
export function deleteReactionsBelow(tx: Db, postId: string, limit: number): Promise<GoneReactions[]> {
  return deleteThese(tx, sql`post_id = ${postId} and target_id <> post_id limit ${limit}`);
}

async function deleteThese(tx: Db, these: SQL): Promise<GoneReactions[]> {
  // An array, not a subquery: joined to the table, it could cost a scan of all there is.
  const gone = await tx.execute<GoneReactions>(sql`
    with gone as (
      delete from ${reactions} where id = any(array(select id from ${reactions} where ${these}))
      returning target_id, kind, is_counted
    )
    select target_id as "targetId", kind, count(*)::integer as total,
      count(*) filter (where is_counted)::integer as counted
    from gone group by target_id, kind`);
  return [...gone];
}
