import type { Db } from '@nexus/kit/database';
import { count } from '../count/count.store.ts';
import { noteChanges } from '../count/recount.service.ts';
import { recountComment } from '../count/recount-comments.store.ts';
import { insertRemoval } from '../reaction/remove-reactions.store.ts';
import type { CommentRow } from '../tables/facts.ts';
import { emptyComment, hasReplies, lockComment, removeComment } from './comment.store.ts';
import { changeScore } from './comment-score.store.ts';

/** What is left, and what is gone: the comment, if it left nothing, and the placeholders that ended with it. */
export type ErasedComment = { placeholder: CommentRow | null; gone: CommentRow[] };

/**
 * Erases a live comment that its caller has locked with 'update'; its replies stay below a placeholder. Reactions to it
 * are hidden at once and removed in the background: there may be more than one statement can delete.
 */
export async function eraseComment(tx: Db, comment: CommentRow): Promise<ErasedComment> {
  await insertRemoval(tx, comment.id);
  if (comment.isCounted) await count(tx, { subjectId: comment.postId, name: 'comment', value: -1 });
  if (comment.parentId !== null) await changeScore(tx, comment.parentId, -1);
  if (await hasReplies(tx, comment.id)) return { placeholder: await leavePlaceholder(tx, comment), gone: [] };
  return { placeholder: null, gone: await removeUpwards(tx, comment) };
}

/** A placeholder is always counted as one; nobody wrote it, so what is below it may count again. */
async function leavePlaceholder(tx: Db, { id, listId, isCounted }: CommentRow): Promise<CommentRow> {
  await count(tx, { subjectId: listId, name: 'placeholder', value: 1 });
  const placeholder = await emptyComment(tx, id);
  if (isCounted) return placeholder;
  await count(tx, { subjectId: listId, name: 'direct', value: 1 });
  const change = await recountComment(tx, id);
  if (!change) return placeholder;
  await noteChanges(tx, [change]);
  return { ...placeholder, isCounted: change.isCounted };
}

/**
 * Removes a comment without replies, then every placeholder above that has lost its last one. Each is locked before it
 * is looked at, always from below: whoever replies to it or deletes beside us comes wholly before or wholly after.
 */
async function removeUpwards(tx: Db, comment: CommentRow): Promise<CommentRow[]> {
  const gone: CommentRow[] = [];
  let leaf: CommentRow | undefined = comment;
  while (leaf) {
    await removeComment(tx, leaf.id);
    const isPlaceholder = leaf.state === 'DELETED';
    if (isPlaceholder || leaf.isCounted) await count(tx, { subjectId: leaf.listId, name: 'direct', value: -1 });
    if (isPlaceholder) await count(tx, { subjectId: leaf.listId, name: 'placeholder', value: -1 });
    gone.push(leaf);
    leaf = leaf.parentId === null ? undefined : await lockSpentPlaceholder(tx, leaf.parentId);
  }
  return gone;
}

async function lockSpentPlaceholder(tx: Db, id: string): Promise<CommentRow | undefined> {
  const parent = await lockComment(tx, id);
  const isSpent = parent?.state === 'DELETED' && !(await hasReplies(tx, parent.id));
  return isSpent ? parent : undefined;
}
