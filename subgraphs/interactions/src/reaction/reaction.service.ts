import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import { lockVisibleComment } from '../comment/comment.store.ts';
import { changeScore } from '../comment/comment-score.store.ts';
import type { Context } from '../context.ts';
import { count } from '../count/count.store.ts';
import { reactionCounter } from '../count/count.ts';
import { requireVisiblePost } from '../post/post.service.ts';
import type { CommentRow, PostRefRow, ReactionKind, ReactionRow } from '../tables.ts';
import { deleteReaction, upsertReaction } from './reaction.store.ts';
import { isReactable } from './shown-reactions.ts';

export type TargetId = { kind: 'post' | 'comment'; uuid: string };

/** Something to react to, and the post it is or belongs to. */
type Target = { row: PostRefRow | CommentRow; id: string; postId: string; isComment: boolean };

export type ReactionChange = {
  target: PostRefRow | CommentRow;
  reaction: ReactionRow | null;
  removed: ReactionRow | null;
};

/** Sets the viewer's one reaction to a post or a comment, or takes it back where `kind` is null. */
export async function setReaction(
  context: Context,
  { targetId, kind }: { targetId: TargetId; kind: ReactionKind | null },
): Promise<ReactionChange> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const target = await requireTarget(tx, targetId, viewer);
    if (kind === null) return { target: target.row, reaction: null, removed: await takeBack(tx, target, viewer) };
    return { target: target.row, reaction: await react(tx, target, { viewer, kind }), removed: null };
  });
}

/** What the viewer may react to; a comment is held, so that nobody deletes it meanwhile. */
async function requireTarget(tx: Db, { kind, uuid }: TargetId, viewer: Viewer): Promise<Target> {
  const path = 'input.targetId';
  if (kind === 'post') {
    const post = await requireVisiblePost(tx, { id: uuid, path }, viewer);
    return { row: post, id: post.id, postId: post.id, isComment: false };
  }
  const comment = await lockVisibleComment(tx, uuid, { viewerId: viewer.id, strength: 'key share' });
  if (!comment) throw notFound('The comment', path);
  if (!isReactable(comment)) throw conflict('This comment was deleted; nobody can react to it.', path);
  return { row: comment, id: comment.id, postId: comment.postId, isComment: true };
}

async function react(tx: Db, target: Target, { viewer, kind }: { viewer: Viewer; kind: ReactionKind }) {
  const { previousKind, ...reaction } = await upsertReaction(tx, {
    id: newId(),
    userId: viewer.id,
    targetId: target.id,
    postId: target.postId,
    kind,
  });
  if (previousKind === kind) return reaction;
  await countReaction(tx, target.id, { kind, value: 1 });
  if (previousKind !== null) await countReaction(tx, target.id, { kind: previousKind, value: -1 });
  else if (target.isComment) await changeScore(tx, target.id, 1);
  return reaction;
}

async function takeBack(tx: Db, target: Target, viewer: Viewer): Promise<ReactionRow | null> {
  const removed = await deleteReaction(tx, viewer.id, target.id);
  if (!removed) return null;
  await countReaction(tx, target.id, { kind: removed.kind, value: -1 });
  if (target.isComment) await changeScore(tx, target.id, -1);
  return removed;
}

function countReaction(tx: Db, subjectId: string, { kind, value }: { kind: ReactionKind; value: number }) {
  return count(tx, { subjectId, name: reactionCounter(kind), value });
}
