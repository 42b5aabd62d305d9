import { alone } from '@nexus/kit/alone';
import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { countMany } from './count.store.ts';
import { type CountChange, reactionCounter } from './count.ts';
import { continueRecount, endRecount, lockRecount, type Recount, requestRecountBelow } from './recount.store.ts';
import {
  type CommentChange,
  commentsBy,
  hasMiscounted,
  holdThread,
  recountComments,
  repliesTo,
} from './recount-comments.store.ts';
import { recountReactions, recountShares } from './recount-facts.store.ts';

const RECOUNT = { name: 'recounting', everyMs: 500 };
const CHUNK = 500;

/**
 * Takes what people left out of the counts when their account goes out of use, and back in when it returns, until
 * stopped: a chunk and its counts in one transaction, so that counts fit `is_counted` at every moment.
 */
export function startRecounting(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => alone(db, RECOUNT.name, recountChunk), { ...RECOUNT, logger });
}

async function recountChunk(tx: Db): Promise<{ hasMore: boolean }> {
  const recount = await lockRecount(tx);
  return recount ? await steps[recount.facts](tx, recount) : { hasMore: false };
}

const steps: Record<Recount['facts'], (tx: Db, recount: Recount) => Promise<{ hasMore: boolean }>> = {
  REACTIONS: async (tx, recount) => {
    const chunk = { personId: recount.subjectId, after: recount.after, limit: CHUNK };
    const { changes, last, hasMore } = await recountReactions(tx, chunk);
    await countMany(
      tx,
      changes.map(({ targetId, kind, isCounted }) => changeOf(targetId, reactionCounter(kind), isCounted)),
    );
    return await proceed(tx, recount, hasMore ? last : undefined);
  },

  SHARES: async (tx, recount) => {
    const chunk = { personId: recount.subjectId, after: recount.after, limit: CHUNK };
    const { changes, last, hasMore } = await recountShares(tx, chunk);
    await countMany(
      tx,
      changes.map(({ postId, isCounted }) => changeOf(postId, 'share', isCounted)),
    );
    return await proceed(tx, recount, hasMore ? last : undefined);
  },

  COMMENTS: (tx, recount) => recountThread(tx, recount, commentsBy(recount.subjectId)),

  REPLIES: async (tx, recount) => {
    if (!(await holdThread(tx, recount.subjectId))) return { hasMore: false };
    return await recountThread(tx, recount, repliesTo(recount.subjectId));
  },
};

async function recountThread(tx: Db, recount: Recount, of: ReturnType<typeof repliesTo>) {
  const changed = await recountComments(tx, { of, limit: CHUNK });
  await noteChanges(tx, changed);
  // Nothing changed, and yet some are wrong: these are held by somebody, for a moment.
  if (await hasMiscounted(tx, of)) return { hasMore: changed.length > 0 };
  await endRecount(tx, recount);
  return { hasMore: true };
}

/** Counts comments that changed, and sees to their replies. A placeholder counts as such either way. */
export async function noteChanges(tx: Db, changed: readonly CommentChange[]): Promise<void> {
  const live = changed.filter(({ isPlaceholder }) => !isPlaceholder);
  await countMany(
    tx,
    live.flatMap(({ postId, listId, isCounted }) => [
      changeOf(postId, 'comment', isCounted),
      changeOf(listId, 'direct', isCounted),
    ]),
  );
  await requestRecountBelow(
    tx,
    changed.map(({ id }) => id),
  );
}

async function proceed(tx: Db, recount: Recount, after: string | undefined): Promise<{ hasMore: boolean }> {
  if (after === undefined) await endRecount(tx, recount);
  else await continueRecount(tx, recount, after);
  return { hasMore: true };
}

const changeOf = (subjectId: string, name: CountChange['name'], isCounted: boolean): CountChange => ({
  subjectId,
  name,
  value: isCounted ? 1 : -1,
});
