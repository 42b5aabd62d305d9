import type { ImportRecords } from '@nexus/contracts/import';
import type { Db } from '@nexus/kit/database';
import { inArray } from 'drizzle-orm';
import { addScores } from '../comment/comment-score.store.ts';
import { countMany } from '../count/count.store.ts';
import { comments } from '../tables.ts';
import { depthsOf } from './comment-depth.ts';
import { sumUp } from './sum-up.ts';

type ImportedComment = ImportRecords['comments'];

/** Adds the comments that are not there yet, and counts those. */
export async function importComments(tx: Db, records: readonly ImportedComment[]): Promise<void> {
  if (records.length === 0) return;
  const depths = depthsOf(records, await findParentDepths(tx, records));
  const added = await tx
    .insert(comments)
    .values(records.map((record) => ({ ...record, hashtags: [...record.hashtags], depth: depths.get(record.id) ?? 0 })))
    .onConflictDoNothing()
    .returning({ postId: comments.postId, parentId: comments.parentId, listId: comments.listId });
  const repliedTo = added.map(({ parentId }) => parentId).filter((id) => id !== null);
  await countMany(tx, [
    ...sumUp(added.map(({ postId }) => ({ subjectId: postId, name: 'comment' as const }))),
    ...sumUp(added.map(({ listId }) => ({ subjectId: listId, name: 'direct' as const }))),
  ]);
  await addScores(tx, repliedTo);
}

async function findParentDepths(tx: Db, records: readonly ImportedComment[]): Promise<Map<string, number>> {
  const ids = records.map(({ parentId }) => parentId).filter((id) => id !== null);
  const parents = await tx
    .select({ id: comments.id, depth: comments.depth })
    .from(comments)
    .where(inArray(comments.id, ids));
  return new Map(parents.map(({ id, depth }) => [id, depth]));
}
