import type { Db } from '@nexus/kit/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import { type CommentRow, comments } from '../tables/facts.ts';

/** Takes back the pin of whatever else is pinned under the post of a comment. */
export async function unpinOthers(tx: Db, { id, postId }: CommentRow): Promise<void> {
  await tx
    .update(comments)
    .set({ isPinned: false })
    .where(and(eq(comments.postId, postId), sql`${comments.isPinned}`, ne(comments.id, id)));
}

/** Changes what the author of the post made of a comment that its caller has locked. */
export async function updateHosting(
  tx: Db,
  id: string,
  change: Partial<Pick<CommentRow, 'isHidden' | 'isPinned'>>,
): Promise<CommentRow> {
  const [row] = await tx.update(comments).set(change).where(eq(comments.id, id)).returning();
  if (!row) throw new Error('a locked comment is gone');
  return row;
}
