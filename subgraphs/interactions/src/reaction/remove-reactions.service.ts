import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { changeScore } from '../comment/comment-score.store.ts';
import { countMany } from '../count/count.store.ts';
import { reactionCounter } from '../count/count.ts';
import { deleteReactionsTo, deleteRemoval, type GoneReactions, lockRemoval } from './remove-reactions.store.ts';

const REMOVE_EVERY_MS = 1_000;
const BATCH = 1_000;

/** Removes the reactions to deleted comments until stopped. */
export function startRemovingReactions(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => removeReactions(db), { name: 'removing reactions', everyMs: REMOVE_EVERY_MS, logger });
}

/** Removes a batch of the reactions to one deleted comment; its counts and score change in the same transaction. */
async function removeReactions(db: Db): Promise<{ hasMore: boolean }> {
  return await db.transaction(async (tx) => {
    const commentId = await lockRemoval(tx);
    if (commentId === undefined) return { hasMore: false };
    const gone = await deleteReactionsTo(tx, commentId, BATCH);
    const total = gone.reduce((sum, { total }) => sum + total, 0);
    await uncountReactions(tx, gone);
    if (total > 0) await changeScore(tx, commentId, -total);
    if (total < BATCH) await deleteRemoval(tx, commentId);
    return { hasMore: true };
  });
}

/** Takes reactions that are gone out of the counts. */
export async function uncountReactions(tx: Db, gone: readonly GoneReactions[]): Promise<void> {
  await countMany(
    tx,
    gone.map(({ targetId, kind, counted }) => ({ subjectId: targetId, name: reactionCounter(kind), value: -counted })),
  );
}
