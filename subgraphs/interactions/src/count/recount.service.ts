import { alone } from '@nexus/kit/alone';
import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { type Progress, type Recount, type RecountStep, recountNext } from '@nexus/kit/recount';
import { repeat } from '@nexus/kit/repeat';
import { recounts } from '../tables/counts.ts';
import { countMany } from './count.store.ts';
import { type CountChange, reactionCounter } from './count.ts';
import { requestRecountBelow } from './recount.store.ts';
import {
  type CommentChange,
  commentsBy,
  hasMiscounted,
  holdThread,
  recountComments,
  repliesTo,
} from './recount-comments.store.ts';
import { recountBookmarks, recountReactions, recountShares } from './recount-facts.store.ts';

const RECOUNT = { name: 'recounting what people left on posts', everyMs: 500 };
const CHUNK = 500;

/**
 * Takes what people left out of the counts when their account goes out of use, and back in when it returns, until
 * stopped: a chunk and its counts in one transaction, so that counts fit `is_counted` at every moment.
 */
export function startRecounting(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => alone(db, RECOUNT.name, recountChunk), { ...RECOUNT, logger });
}

/** Does the next chunk of whatever waits to be recounted. */
export const recountChunk = (tx: Db) => recountNext(tx, { table: recounts, steps: STEPS });

const STEPS: Record<string, RecountStep> = {
  REACTIONS: async (tx, recount) => {
    const { changes, progress } = await recountReactions(tx, chunkOf(recount));
    await countMany(
      tx,
      changes.map(({ targetId, kind, isCounted }) => changeOf(targetId, reactionCounter(kind), isCounted)),
    );
    return progress;
  },

  SHARES: async (tx, recount) => {
    const { changes, progress } = await recountShares(tx, chunkOf(recount));
    await countMany(
      tx,
      changes.map(({ postId, isCounted }) => changeOf(postId, 'share', isCounted)),
    );
    return progress;
  },

  BOOKMARKS: async (tx, recount) => {
    const { changes, progress } = await recountBookmarks(tx, chunkOf(recount));
    await countMany(
      tx,
      changes.map(({ postId, isCounted }) => changeOf(postId, 'bookmark', isCounted)),
    );
    return progress;
  },

  COMMENTS: (tx, { subjectId }) => recountSome(tx, commentsBy(subjectId)),

  REPLIES: async (tx, { subjectId }) =>
    (await holdThread(tx, subjectId)) ? await recountSome(tx, repliesTo(subjectId)) : 'HELD_UP',
};

const chunkOf = ({ subjectId, after }: Recount) => ({ personId: subjectId, after, limit: CHUNK });

async function recountSome(tx: Db, of: ReturnType<typeof repliesTo>): Promise<Progress> {
  const changed = await recountComments(tx, { of, limit: CHUNK });
  await noteChanges(tx, changed);
  if (!(await hasMiscounted(tx, of))) return 'DONE';
  // Nothing changed, and yet some are wrong: these are held by somebody, for a moment.
  return changed.length > 0 ? 'GOES_ON' : 'HELD_UP';
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

const changeOf = (subjectId: string, name: CountChange['name'], isCounted: boolean): CountChange => ({
  subjectId,
  name,
  value: isCounted ? 1 : -1,
});
