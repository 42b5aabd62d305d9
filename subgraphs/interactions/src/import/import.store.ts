import type { Db } from '@nexus/kit/database';
import { inArray } from 'drizzle-orm';
import { type CommentRow, comments, type ReactionRow, reactions } from '../tables/facts.ts';

/** How deep each of the given comments lies, as far as they are there. */
export async function findCommentDepths(tx: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await tx
    .select({ id: comments.id, depth: comments.depth })
    .from(comments)
    .where(inArray(comments.id, [...ids]));
  return new Map(found.map(({ id, depth }) => [id, depth]));
}

/** The post under which each of the given comments stands, as far as they are there. */
export async function findPostsOfComments(tx: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await tx
    .select({ id: comments.id, postId: comments.postId })
    .from(comments)
    .where(inArray(comments.id, [...ids]));
  return new Map(found.map(({ id, postId }) => [id, postId]));
}

/** Adds comments, but none that is there already; returns those it added. */
export async function insertMissingComments(
  tx: Db,
  rows: readonly (typeof comments.$inferInsert)[],
): Promise<Pick<CommentRow, 'postId' | 'parentId' | 'listId'>[]> {
  if (rows.length === 0) return [];
  return await tx
    .insert(comments)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ postId: comments.postId, parentId: comments.parentId, listId: comments.listId });
}

/** Adds reactions, but none where the person has one to the target already; returns those it added. */
export async function insertMissingReactions(
  tx: Db,
  rows: readonly (typeof reactions.$inferInsert)[],
): Promise<Pick<ReactionRow, 'targetId' | 'postId'>[]> {
  if (rows.length === 0) return [];
  return await tx
    .insert(reactions)
    .values([...rows])
    .onConflictDoNothing()
    .returning({ targetId: reactions.targetId, postId: reactions.postId });
}
