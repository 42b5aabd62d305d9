import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import { lockVisibleComment } from '../comment/comment.store.ts';
import { changeScore } from '../comment/comment-score.store.ts';
import { isFolded } from '../comment/folded-comment.ts';
import type { Context } from '../context.ts';
import { noteWriter } from '../count/writer.service.ts';
import { findVisiblePosts, lockVisiblePost, type ShownPost } from '../post/post.store.ts';
import { hearOfPost } from '../post/unknown-post.service.ts';
import type { CommentRow, ReactionKind, ReactionRow } from '../tables/facts.ts';
import { deleteReaction, upsertReaction } from './reaction.store.ts';
import { isReactable } from './shown-reactions.ts';

export type TargetId = { kind: 'post' | 'comment'; uuid: string };

/** Something to react to, and the post it is or belongs to. */
type Target = { row: ShownPost | CommentRow; id: string; postId: string; isComment: boolean };

/** `target` is null when the viewer took a reaction back from what they do not see any more. */
export type ReactionOutcome = {
  target: ShownPost | CommentRow | null;
  reaction: ReactionRow | null;
  removed: ReactionRow | null;
};

/** Sets the viewer's one reaction to a post or a comment, or takes it back where `kind` is null. */
export async function setReaction(
  context: Context,
  { targetId, kind }: { targetId: TargetId; kind: ReactionKind | null },
): Promise<ReactionOutcome> {
  const viewer = requireViewer(context);
  if (targetId.kind === 'post') await hearOfPost(context, targetId.uuid);
  return await transact(context, async (tx) => {
    const target = await findTarget(tx, targetId, viewer);
    if (kind === null) return await takeBack(tx, { target, targetId, viewer });
    if (!target) throw notFound(NAMES[targetId.kind], 'input.targetId');
    await refuseFolded(tx, target.row, viewer);
    return { target: target.row, reaction: await react(tx, target, { viewer, kind }), removed: null };
  });
}

const NAMES = { post: 'The post', comment: 'The comment' };

/** What the viewer sees and may react to; it is held, so that nobody deletes it meanwhile. */
async function findTarget(tx: Db, { kind, uuid }: TargetId, viewer: Viewer): Promise<Target | undefined> {
  if (kind === 'post') {
    const post = await lockVisiblePost(tx, uuid, viewer.id);
    return post && { row: post, id: post.id, postId: post.id, isComment: false };
  }
  const comment = await lockVisibleComment(tx, uuid, { viewerId: viewer.id, strength: 'key share' });
  if (!comment) return undefined;
  if (!isReactable(comment)) throw conflict('This comment was deleted; nobody can react to it.', 'input.targetId');
  return { row: comment, id: comment.id, postId: comment.postId, isComment: true };
}

/** Who sees only the place of a comment cannot react to it; what they felt before they can take back. */
async function refuseFolded(tx: Db, row: ShownPost | CommentRow, viewer: Viewer): Promise<void> {
  if (!('isHidden' in row) || !(row.isHidden || row.isRemoved)) return;
  const [post] = await findVisiblePosts(tx, [row.postId], viewer.id);
  if (!isFolded(row, { hostId: post?.authorId, viewer })) return;
  throw conflict('This comment was hidden; you cannot react to it.', 'input.targetId');
}

async function react(tx: Db, target: Target, { viewer, kind }: { viewer: Viewer; kind: ReactionKind }) {
  const isCounted = await noteWriter(tx, viewer.id);
  const { previous, ...reaction } = await upsertReaction(tx, {
    id: newId(),
    userId: viewer.id,
    targetId: target.id,
    postId: target.postId,
    kind,
    isCounted,
  });
  if (!previous && target.isComment) await changeScore(tx, target.id, 1);
  return reaction;
}

type Removal = { target: Target | undefined; targetId: TargetId; viewer: Viewer };

/** One's own reaction can be taken back from what one does not see any more; otherwise that is as if it never was. */
async function takeBack(tx: Db, { target, targetId, viewer }: Removal): Promise<ReactionOutcome> {
  const removed = await deleteReaction(tx, viewer.id, targetId.uuid);
  if (!target && !removed) throw notFound(NAMES[targetId.kind], 'input.targetId');
  if (removed && targetId.kind === 'comment') await changeScore(tx, targetId.uuid, -1);
  return { target: target?.row ?? null, reaction: null, removed: removed ?? null };
}
