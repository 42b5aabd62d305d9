import type { Db } from '@nexus/kit/database';
import { asc, eq, sql } from 'drizzle-orm';
import { type ReactionKind, reactionRemovals, reactions } from '../tables.ts';

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

/** Deletes at most `limit` reactions to a target, the oldest first; returns how many there were of each kind. */
export async function deleteReactionsTo(
  tx: Db,
  targetId: string,
  limit: number,
): Promise<{ kind: ReactionKind; count: number }[]> {
  // An array, not a subquery: joined to the table, it could cost a scan of all there is.
  const gone = await tx.execute<{ kind: ReactionKind; count: number }>(sql`
    with gone as (
      delete from ${reactions} where id = any(array(
        select id from ${reactions} where target_id = ${targetId} order by created_at, id limit ${limit}
      )) returning kind
    )
    select kind, count(*)::integer as count from gone group by kind`);
  return [...gone];
}
