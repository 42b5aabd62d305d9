import type { Moderation } from '@nexus/contracts/events';
import { upsertModerationRefs } from '@nexus/contracts/projections/moderation-ref';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { findVisibleComments } from '../comment/comment.store.ts';
import { comments } from '../tables/facts.ts';
import { moderationRefs, postRefs } from '../tables/projections.ts';

/** Takes over what moderators decided; comments follow it. One that was removed is pinned no longer. */
export async function moderate(tx: Db, moderations: readonly Moderation[]): Promise<void> {
  await upsertModerationRefs(tx, moderationRefs, moderations);
  const ids = moderations.filter(({ subjectKind }) => subjectKind === 'COMMENT').map(({ subjectId }) => subjectId);
  if (ids.length === 0) return;
  await tx
    .update(comments)
    .set({
      isRemoved: sql`${moderationRefs.isRemoved}`,
      isPinned: sql`${comments.isPinned} and not ${moderationRefs.isRemoved}`,
    })
    .from(moderationRefs)
    .where(
      and(
        inArray(comments.id, ids),
        eq(moderationRefs.subjectId, comments.id),
        ne(comments.isRemoved, moderationRefs.isRemoved),
      ),
    );
}

/** What a comment says that the viewer reads, and who says it; undefined where they see no more than its place. */
export async function findReadableComment(
  db: Db,
  id: string,
  viewerId: string,
): Promise<{ authorId: string; text: string } | undefined> {
  const [comment] = await findVisibleComments(db, [id], viewerId);
  if (!comment?.authorId || comment.text === null || comment.isRemoved) return undefined;
  const { authorId, text, postId, isHidden } = comment;
  if (!isHidden || authorId === viewerId) return { authorId, text };
  const [post] = await db.select({ authorId: postRefs.authorId }).from(postRefs).where(eq(postRefs.id, postId));
  return post?.authorId === viewerId ? { authorId, text } : undefined;
}
