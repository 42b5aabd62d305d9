import type { ImportRecords } from '@nexus/contracts/import';
import type { Db } from '@nexus/kit/database';
import { inArray } from 'drizzle-orm';
import { addScores } from '../comment/comment-score.store.ts';
import { countMany } from '../count/count.store.ts';
import { comments, reactions } from '../tables.ts';
import { sumUp } from './sum-up.ts';

type ImportedLike = ImportRecords['likes'];

/** Adds the likes that are not there yet, unless their person has reacted otherwise since, and counts those. */
export async function importLikes(tx: Db, records: readonly ImportedLike[]): Promise<void> {
  const postOfComment = await findPostsOfComments(tx, records);
  const rows = records.map(({ id, userId, targetKind, targetId, createdAt }) => {
    const postId = targetKind === 'post' ? targetId : postOfComment.get(targetId);
    if (postId === undefined) throw new Error(`The comment ${targetId} of a like has not come before it.`);
    return { id, userId, targetId, postId, kind: 'LIKE' as const, createdAt };
  });
  if (rows.length === 0) return;
  const added = await tx
    .insert(reactions)
    .values(rows)
    .onConflictDoNothing()
    .returning({ targetId: reactions.targetId, postId: reactions.postId });
  await countMany(tx, sumUp(added.map(({ targetId }) => ({ subjectId: targetId, name: 'reaction:LIKE' as const }))));
  await addScores(
    tx,
    added.filter(({ targetId, postId }) => targetId !== postId).map(({ targetId }) => targetId),
  );
}

async function findPostsOfComments(tx: Db, records: readonly ImportedLike[]): Promise<Map<string, string>> {
  const ids = records.filter(({ targetKind }) => targetKind === 'comment').map(({ targetId }) => targetId);
  const found = await tx
    .select({ id: comments.id, postId: comments.postId })
    .from(comments)
    .where(inArray(comments.id, ids));
  return new Map(found.map(({ id, postId }) => [id, postId]));
}
