import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { postRefs, type ReactionKind, type ReactionRow, reactions } from '../tables.ts';
import { canView } from '../visibility/visibility.store.ts';

export function findVisibleReactions(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<ReactionRow[]> {
  return db
    .select(getTableColumns(reactions))
    .from(reactions)
    .innerJoin(postRefs, eq(postRefs.id, reactions.postId))
    .where(and(inArray(reactions.id, [...ids]), canView(viewerId)));
}

/** One person's reactions to the given posts and comments. */
export function findReactionsOfUser(db: Db, userId: string, targetIds: readonly string[]): Promise<ReactionRow[]> {
  return db
    .select()
    .from(reactions)
    .where(and(eq(reactions.userId, userId), inArray(reactions.targetId, [...targetIds])));
}

export type SetReaction = ReactionRow & { previousKind: ReactionKind | null };

/** Sets somebody's one reaction to a target, and says what it was before (null: there was none). */
export async function upsertReaction(tx: Db, reaction: typeof reactions.$inferInsert): Promise<SetReaction> {
  const [row] = await tx
    .insert(reactions)
    .values(reaction)
    .onConflictDoUpdate({ target: [reactions.userId, reactions.targetId], set: { kind: reaction.kind } })
    .returning({ ...getTableColumns(reactions), previousKind: sql<ReactionKind | null>`old.kind` });
  if (!row) throw new Error('upsert returned no row');
  return row;
}

export async function deleteReaction(tx: Db, userId: string, targetId: string): Promise<ReactionRow | undefined> {
  const [row] = await tx
    .delete(reactions)
    .where(and(eq(reactions.userId, userId), eq(reactions.targetId, targetId)))
    .returning();
  return row;
}

/** Deletes all reactions to a target; returns how many there were of each kind. */
export async function deleteReactionsTo(tx: Db, targetId: string): Promise<{ kind: ReactionKind; count: number }[]> {
  const gone = await tx.execute<{ kind: ReactionKind; count: number }>(sql`
    with gone as (delete from ${reactions} where ${reactions.targetId} = ${targetId} returning kind)
    select kind, count(*)::integer as count from gone group by kind`);
  return [...gone];
}
