import type { ImportRecords } from '@nexus/contracts/import';
import { FIRST_VERSION } from '@nexus/contracts/projections/listeners';
import type { Db } from '@nexus/kit/database';
import { addScores } from '../comment/comment-score.store.ts';
import { countMany } from '../count/count.store.ts';
import { upsertPostRefs } from '../post/post.store.ts';
import { depthsOf } from './comment-depth.ts';
import {
  findCommentDepths,
  findPostsOfComments,
  insertMissingComments,
  insertMissingReactions,
} from './import.store.ts';

/** Takes of posts what is known here of any: they come as public ones. */
export async function importPosts(tx: Db, posts: readonly ImportRecords['posts'][]): Promise<void> {
  const snapshots = posts.map(({ id, authorId, createdAt }) => ({
    postId: id,
    authorId,
    visibility: 'PUBLIC' as const,
    listId: null,
    commentPolicy: 'EVERYONE' as const,
    state: 'LIVE' as const,
    createdAt: createdAt.toISOString(),
    version: FIRST_VERSION,
  }));
  await upsertPostRefs(tx, snapshots);
}

/** Adds the comments that are not there yet, and counts those. */
export async function importComments(tx: Db, records: readonly ImportRecords['comments'][]): Promise<void> {
  const parentIds = records.map(({ parentId }) => parentId).filter((id) => id !== null);
  const depths = depthsOf(records, await findCommentDepths(tx, parentIds));
  const rows = records.map((record) => ({
    ...record,
    hashtags: [...record.hashtags],
    depth: depths.get(record.id) ?? 0,
  }));

  const added = await insertMissingComments(tx, rows);
  await countMany(tx, [
    ...added.map(({ postId }) => ({ subjectId: postId, name: 'comment' as const, value: 1 })),
    ...added.map(({ listId }) => ({ subjectId: listId, name: 'direct' as const, value: 1 })),
  ]);
  await addScores(
    tx,
    added.map(({ parentId }) => parentId).filter((id) => id !== null),
  );
}

/** Adds the likes that are not there yet, unless their person has reacted otherwise since, and counts those. */
export async function importLikes(tx: Db, records: readonly ImportRecords['likes'][]): Promise<void> {
  const commentIds = records.filter(({ targetKind }) => targetKind === 'comment').map(({ targetId }) => targetId);
  const postOfComment = await findPostsOfComments(tx, commentIds);
  const rows = records.map(({ id, userId, targetKind, targetId, createdAt }) => {
    const postId = targetKind === 'post' ? targetId : postOfComment.get(targetId);
    if (postId === undefined) throw new Error(`The comment ${targetId} of a like has not come before it.`);
    return { id, userId, targetId, postId, kind: 'LIKE' as const, createdAt };
  });

  const added = await insertMissingReactions(tx, rows);
  await countMany(
    tx,
    added.map(({ targetId }) => ({ subjectId: targetId, name: 'reaction:LIKE' as const, value: 1 })),
  );
  const likedComments = added.filter(({ targetId, postId }) => targetId !== postId);
  await addScores(
    tx,
    likedComments.map(({ targetId }) => targetId),
  );
}
