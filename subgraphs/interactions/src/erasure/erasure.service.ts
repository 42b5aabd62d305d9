import { type ErasureStep, type Forgetting, inChunks } from '@nexus/contracts/projections/erasure/erase-people';
import { projectionSteps } from '@nexus/contracts/projections/erasure/erase-projections';
import type { Db } from '@nexus/kit/database';
import { deleteSettledSeriesOf } from '../analytics/fold-series.store.ts';
import { lockComment } from '../comment/comment.store.ts';
import { addScores } from '../comment/comment-score.store.ts';
import { eraseComment } from '../comment/erase-comment.service.ts';
import { countMany } from '../count/count.store.ts';
import { deleteActiveDaysOf, deleteImpressionsBy } from '../impression/own-impressions.store.ts';
import { uncountReactions } from '../reaction/remove-reactions.service.ts';
import { people, personErasures } from '../tables/projections.ts';
import {
  deleteBookmarksOf,
  deleteCollectionsOf,
  deleteReactionsOf,
  deleteSharesOf,
  deleteThreadMutesOf,
  findCommentsOf,
} from './erasure.store.ts';

/** How many comments are erased before it is told how far it is. */
const COMMENTS_AT_ONCE = 200;

/** A comment goes as when its author deletes it. Each in a transaction of its own: it locks its whole thread upwards. */
const eraseComments: ErasureStep = async ({ db, userId, note }) => {
  const ids = await findCommentsOf(db, userId, COMMENTS_AT_ONCE);
  for (const id of ids) {
    await db.transaction(async (tx) => {
      const comment = await lockComment(tx, id);
      if (comment?.authorId !== userId) return;
      await eraseComment(tx, comment);
      await note(tx, 1);
    });
  }
  return ids.length;
};

async function eraseReactions(tx: Db, userId: string): Promise<number> {
  const gone = await deleteReactionsOf(tx, userId);
  await uncountReactions(tx, gone);
  // A score is a comment's; those of anything else are dropped.
  const targets = gone.flatMap(({ targetId, total }) => Array<string>(total).fill(targetId));
  await addScores(tx, targets, -1);
  return targets.length;
}

/** Posts takes them out of its feeds itself. */
async function eraseShares(tx: Db, userId: string): Promise<number> {
  const gone = await deleteSharesOf(tx, userId);
  const counted = gone.filter(({ isShared, isCounted }) => isShared && isCounted);
  await countMany(
    tx,
    counted.map(({ postId }) => ({ subjectId: postId, name: 'share', value: -1 })),
  );
  return gone.length;
}

async function eraseBookmarks(tx: Db, userId: string): Promise<number> {
  const gone = await deleteBookmarksOf(tx, userId);
  const counted = gone.filter(({ isCounted }) => isCounted);
  await countMany(
    tx,
    counted.map(({ postId }) => ({ subjectId: postId, name: 'bookmark', value: -1 })),
  );
  return gone.length;
}

/** How interactions forgets a person: what they said, felt, passed on, kept and saw, and whom they knew. */
export const forgetting: Forgetting = {
  erasures: personErasures,
  progressed: 'interactions.erasure.progressed.v1',
  steps: [
    eraseComments,
    ...[eraseReactions, eraseShares, eraseBookmarks, deleteCollectionsOf, deleteThreadMutesOf].map(inChunks),
    ...[deleteImpressionsBy, deleteActiveDaysOf, deleteSettledSeriesOf].map(inChunks),
    ...projectionSteps(people),
  ],
};
