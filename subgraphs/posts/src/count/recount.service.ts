import { alone } from '@nexus/kit/alone';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { type RecountStep, recountNext } from '@nexus/kit/recount';
import { repeat } from '@nexus/kit/repeat';
import { counting, recounts } from '../tables/counts.ts';
import { publicCountsOf } from './post-count.service.ts';
import { hasMiscounted, isOpen, takeMiscounted } from './recount.store.ts';

const RECOUNT = { name: 'recounting posts of changed accounts', everyMs: 500 };
/** How many posts are counted anew in one transaction: those of most people are so as soon as their account changes. */
const CHUNK = 500;

/** The first posts at once, of somebody whose account may have opened or closed in this transaction. */
export async function recountNow(tx: Db, authorId: string): Promise<void> {
  await recountNext(tx, { table: recounts, steps: STEPS, subjectId: authorId });
}

/** Takes posts out of the public counts when their author's account closes, and back in when it opens, until stopped. */
export function startRecounting(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => alone(db, RECOUNT.name, recountChunk), { ...RECOUNT, logger });
}

/** Does the next chunk of whatever waits to be recounted. */
export const recountChunk = (tx: Db) => recountNext(tx, { table: recounts, steps: STEPS });

const STEPS: Record<string, RecountStep> = {
  POSTS: async (tx, { subjectId: authorId }) => {
    const isCounted = await isOpen(tx, authorId);
    const changed = await takeMiscounted(tx, { authorId, isCounted, limit: CHUNK });
    await changeCounts(
      tx,
      counting,
      changed.flatMap((post) => publicCountsOf(post, isCounted ? 1 : -1)),
    );
    if (!(await hasMiscounted(tx, { authorId, isCounted }))) return 'DONE';
    return changed.length > 0 ? 'GOES_ON' : 'HELD_UP';
  },
};
