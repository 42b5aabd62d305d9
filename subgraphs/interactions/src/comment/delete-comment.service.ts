import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { count } from '../count/count.store.ts';
import { requireVisiblePost } from '../post/post.service.ts';
import { insertRemoval } from '../reaction/remove-reactions.store.ts';
import type { CommentRow, PostRefRow } from '../tables.ts';
import { emptyComment, hasReplies, lockVisibleComment, removeComment } from './comment.store.ts';
import { canDelete } from './comment-rules.ts';
import { changeScore } from './comment-score.store.ts';

/** What is left: a placeholder, or nothing. `goneIds` are the comment and the placeholders that ended with it. */
export type DeletedComment = { placeholder: CommentRow | null; goneIds: string[]; post: PostRefRow };

/**
 * Deletes a comment of the viewer or under a post of the viewer; its replies stay. Reactions to it are hidden at once and
 * removed in the background: there may be more than one statement can delete.
 */
export async function deleteComment(context: Context, commentId: string): Promise<DeletedComment> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const comment = await lockVisibleComment(tx, commentId, { viewerId: viewer.id, strength: 'update' });
    if (!comment) throw notFound('The comment', 'input.commentId');
    const post = await requireVisiblePost(tx, { id: comment.postId, path: 'input.commentId' }, viewer);
    if (comment.state === 'DELETED') throw conflict('This comment is deleted already.', 'input.commentId');
    if (!canDelete(comment, { post, viewer })) {
      throw forbidden('Only its author and the author of the post can delete a comment.');
    }
    await insertRemoval(tx, comment.id);
    await count(tx, { subjectId: post.id, name: 'comment', value: -1 });
    if (comment.parentId !== null) await changeScore(tx, comment.parentId, -1);
    if (await hasReplies(tx, comment.id)) {
      return { placeholder: await leavePlaceholder(tx, comment), goneIds: [], post };
    }
    return { placeholder: null, goneIds: await removeUpwards(tx, comment, viewer), post };
  });
}

async function leavePlaceholder(tx: Db, comment: CommentRow): Promise<CommentRow> {
  await count(tx, { subjectId: comment.listId, name: 'placeholder', value: 1 });
  return await emptyComment(tx, comment.id);
}

/**
 * Removes a comment without replies, then every placeholder above that has lost its last one. Each is locked before it
 * is looked at, always from below: whoever replies to it or deletes beside us comes wholly before or wholly after.
 */
async function removeUpwards(tx: Db, comment: CommentRow, viewer: Viewer): Promise<string[]> {
  const goneIds: string[] = [];
  let leaf: CommentRow | undefined = comment;
  while (leaf) {
    await removeComment(tx, leaf.id);
    await count(tx, { subjectId: leaf.listId, name: 'direct', value: -1 });
    if (leaf.state === 'DELETED') await count(tx, { subjectId: leaf.listId, name: 'placeholder', value: -1 });
    goneIds.push(leaf.id);
    leaf = leaf.parentId === null ? undefined : await lockSpentPlaceholder(tx, leaf.parentId, viewer);
  }
  return goneIds;
}

async function lockSpentPlaceholder(tx: Db, id: string, viewer: Viewer): Promise<CommentRow | undefined> {
  const parent = await lockVisibleComment(tx, id, { viewerId: viewer.id, strength: 'update' });
  const isSpent = parent?.state === 'DELETED' && !(await hasReplies(tx, parent.id));
  return isSpent ? parent : undefined;
}
