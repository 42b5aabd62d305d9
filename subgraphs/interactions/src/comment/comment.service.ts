import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, invalid, notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { count } from '../count/count.store.ts';
import { noteWriter } from '../count/writer.service.ts';
import { holdVisiblePost } from '../post/post.service.ts';
import type { ShownPost } from '../post/post.store.ts';
import { hearOfPost } from '../post/unknown-post.service.ts';
import type { CommentRow } from '../tables/facts.ts';
import { idempotency } from '../tables/once.ts';
import { findVisibleComments, insertComment, lockVisibleComment, updateCommentText } from './comment.store.ts';
import { canEdit } from './comment-rules.ts';
import { changeScore } from './comment-score.store.ts';
import { hashtagsOf, readCommentText } from './comment-text.ts';
import { isFolded } from './folded-comment.ts';

const MAX_DEPTH = 50;

type Draft = { postId: string; parentId: string | undefined; text: string };
type Place = Pick<Draft, 'postId' | 'parentId'> & { hostId: string };
type Added = { comment: CommentRow; post: ShownPost };

/** Adds a comment of the viewer to a post, or a reply to one of its comments; once, however often it is asked with one key. */
export async function addComment(context: Context, asked: Draft, key?: string | null): Promise<Added> {
  const viewer = requireViewer(context);
  const draft = { ...asked, text: readCommentText(asked.text) };
  const operation = 'addComment';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body: asked });
  await hearOfPost(context, draft.postId);
  return await transact(context, (tx) =>
    once(tx, claim, {
      work: () => insert(tx, draft, viewer),
      idsOf: ({ comment }) => ({ commentId: comment.id }),
      recall: ({ commentId }) => findAdded(tx, { ...draft, commentId }, viewer),
    }),
  );
}

async function insert(tx: Db, draft: Draft, viewer: Viewer): Promise<Added> {
  const post = await holdVisiblePost(tx, { id: draft.postId, path: 'input.postId' }, viewer);
  if (!post.acceptsComments) throw forbidden('The author of this post does not take comments from you.');
  const parent = await lockParent(tx, { ...draft, hostId: post.authorId }, viewer);
  const isCounted = (await noteWriter(tx, viewer.id)) && (parent?.isCounted ?? true);
  const comment = await insertComment(tx, {
    id: newId(),
    postId: post.id,
    parentId: parent?.id ?? null,
    depth: parent ? parent.depth + 1 : 0,
    authorId: viewer.id,
    text: draft.text,
    hashtags: hashtagsOf(draft.text),
    isCounted,
  });
  if (isCounted) {
    await count(tx, { subjectId: post.id, name: 'comment', value: 1 });
    await count(tx, { subjectId: comment.listId, name: 'direct', value: 1 });
  }
  if (parent) await changeScore(tx, parent.id, 1);
  return { comment, post };
}

/** A comment that was added before, as it is now. */
async function findAdded(tx: Db, { commentId, postId }: { commentId: string; postId: string }, viewer: Viewer) {
  const post = await holdVisiblePost(tx, { id: postId, path: 'input.postId' }, viewer);
  const [comment] = await findVisibleComments(tx, [commentId], viewer.id);
  if (!comment) throw notFound('The comment');
  return { comment, post };
}

/** The comment to reply to, held so that nobody deletes it meanwhile; undefined for a comment on the post itself. */
async function lockParent(
  tx: Db,
  { postId, parentId, hostId }: Place,
  viewer: Viewer,
): Promise<CommentRow | undefined> {
  if (parentId === undefined) return undefined;
  const parent = await lockVisibleComment(tx, parentId, { viewerId: viewer.id, strength: 'key share' });
  if (parent?.postId !== postId) throw notFound('The comment', 'input.parentId');
  if (parent.state === 'DELETED') throw conflict('This comment was deleted; nobody can reply to it.', 'input.parentId');
  if (isFolded(parent, { hostId, viewer })) {
    throw conflict('This comment was hidden; you cannot reply to it.', 'input.parentId');
  }
  if (parent.depth >= MAX_DEPTH) {
    throw invalid('input.parentId', `A thread has at most ${MAX_DEPTH} levels of replies. Reply further up.`);
  }
  return parent;
}

/** Changes the text of one of the viewer's comments; the same text again changes nothing. */
export async function editComment(context: Context, edit: { commentId: string; text: string }): Promise<CommentRow> {
  const viewer = requireViewer(context);
  const text = readCommentText(edit.text);
  return await transact(context, async (tx) => {
    const lock = { viewerId: viewer.id, strength: 'no key update' } as const;
    const comment = await lockVisibleComment(tx, edit.commentId, lock);
    if (!comment) throw notFound('The comment', 'input.commentId');
    if (!canEdit(comment, viewer)) throw forbidden('Only its author can change a comment.');
    if (comment.text === text) return comment;
    return await updateCommentText(tx, comment.id, { text, hashtags: hashtagsOf(text) });
  });
}
