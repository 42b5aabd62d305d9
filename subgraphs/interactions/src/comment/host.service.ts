import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, invalid, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import { takeTurn } from '@nexus/kit/turn';
import type { Context } from '../context.ts';
import { findVisiblePosts } from '../post/post.store.ts';
import type { CommentRow } from '../tables/facts.ts';
import { lockVisibleComment } from './comment.store.ts';
import { unpinOthers, updateHosting } from './host.store.ts';

const PATH = 'input.commentId';

/** Hides what somebody else said under a post of the viewer, or shows it again; a hidden comment is not pinned. */
export async function setCommentHidden(
  context: Context,
  { commentId, isHidden }: { commentId: string; isHidden: boolean },
): Promise<CommentRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const comment = await lockAsHost(tx, commentId, viewer);
    if (comment.authorId === viewer.id) throw conflict('This comment is your own: you can delete it.', PATH);
    if (comment.isHidden === isHidden) return comment;
    return await updateHosting(tx, comment.id, isHidden ? { isHidden, isPinned: false } : { isHidden });
  });
}

/** Puts a comment first under a post of the viewer, in place of the one that was, or back among the others. */
export async function setCommentPinned(
  context: Context,
  { commentId, isPinned }: { commentId: string; isPinned: boolean },
): Promise<CommentRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    // Two at once would both be the first.
    await takeTurn(tx, `pinned comments of ${viewer.id}`);
    const comment = await lockAsHost(tx, commentId, viewer);
    if (comment.isPinned === isPinned) return comment;
    if (isPinned) {
      if (comment.isRemoved) throw conflict('This comment was removed by moderators.', PATH);
      if (comment.isHidden) throw conflict('This comment is hidden. Show it first.', PATH);
      if (comment.depth > 0) throw invalid(PATH, 'Only a comment on the post itself can be pinned, not a reply.');
      await unpinOthers(tx, comment);
    }
    return await updateHosting(tx, comment.id, { isPinned });
  });
}

/** A live comment under a post of the viewer, held so that nobody else changes it. */
async function lockAsHost(tx: Db, commentId: string, viewer: Viewer): Promise<CommentRow> {
  const comment = await lockVisibleComment(tx, commentId, { viewerId: viewer.id, strength: 'no key update' });
  if (!comment) throw notFound('The comment', PATH);
  const [post] = await findVisiblePosts(tx, [comment.postId], viewer.id);
  if (post?.authorId !== viewer.id)
    throw forbidden('Only the author of the post can hide or pin what is said under it.');
  if (comment.state === 'DELETED') throw conflict('This comment was deleted.', PATH);
  return comment;
}
