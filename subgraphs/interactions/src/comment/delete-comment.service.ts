import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { lockVisiblePost, type ShownPost } from '../post/post.store.ts';
import type { CommentRow } from '../tables/facts.ts';
import { findHiddenPlaceholders, findVisibleComments, lockDeletableComment } from './comment.store.ts';
import { canDelete } from './comment-rules.ts';
import { type ErasedComment, eraseComment } from './erase-comment.service.ts';

/**
 * What is left for the viewer: a placeholder, or nothing. `goneIds` are the comment and the placeholders that ended with
 * it; of a comment that its author does not see any more only it is gone, and nothing else is told.
 */
export type DeletedComment = LeftComment & { post: ShownPost | null };
type LeftComment = { placeholder: CommentRow | null; goneIds: string[] };

/** Deletes a comment of the viewer, seen or not, or one they see under a post of theirs; its replies stay. */
export async function deleteComment(context: Context, commentId: string): Promise<DeletedComment> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const comment = await lockDeletableComment(tx, commentId, viewer.id);
    const post = comment ? await findPostAround(tx, comment, viewer) : null;
    // Between the two statements it may have become hidden.
    if (!comment || (post === null && comment.authorId !== viewer.id)) throw notFound('The comment', 'input.commentId');
    if (comment.state === 'DELETED') throw conflict('This comment is deleted already.', 'input.commentId');
    if (!canDelete(comment, { post, viewer })) {
      throw forbidden('Only its author and the author of the post can delete a comment.');
    }
    const left = await eraseComment(tx, comment);
    return post === null
      ? { placeholder: null, goneIds: [comment.id], post }
      : { ...(await asSeen(tx, left, viewer)), post };
  });
}

/** A placeholder that only replies hidden from the viewer keep is as gone for them as one that nothing keeps. */
async function asSeen(tx: Db, { placeholder, gone }: ErasedComment, viewer: Viewer): Promise<LeftComment> {
  const lowestLeft = placeholder?.id ?? gone.at(-1)?.parentId ?? null;
  const hiddenIds = lowestLeft === null ? [] : await findHiddenPlaceholders(tx, lowestLeft, viewer.id);
  const isHidden = placeholder !== null && hiddenIds.includes(placeholder.id);
  return { placeholder: isHidden ? null : placeholder, goneIds: [...gone.map(({ id }) => id), ...hiddenIds] };
}

/** The post of a comment that shows to the viewer; null where either is hidden. */
async function findPostAround(tx: Db, { id, postId }: CommentRow, viewer: Viewer): Promise<ShownPost | null> {
  const [seen] = await findVisibleComments(tx, [id], viewer.id);
  return seen ? ((await lockVisiblePost(tx, postId, viewer.id)) ?? null) : null;
}
