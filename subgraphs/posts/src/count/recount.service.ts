import type { UserSnapshot } from '@nexus/contracts/events';
import { upsertUserRefs } from '@nexus/contracts/projections/user-ref';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { counting, userRefs } from '../tables.ts';
import { publicCountsOf } from './post-count.service.ts';
import { deleteRecount, isOpenForUpdate, requestRecount, takeMiscounted, takeRecount } from './recount.store.ts';

/** How many posts are counted anew in one transaction: those of most people are so as soon as their account changes. */
const CHUNK = 500;
const EVERY_MS = 1_000;

/**
 * Takes over what users tells of a person. Posts of an account that opened or closed enter or leave the public counts,
 * however that came to be known here first.
 */
export async function followPerson(tx: Db, person: UserSnapshot): Promise<void> {
  await upsertUserRefs(tx, userRefs, [person]);
  const { hasMore } = await recountSome(tx, person.userId);
  if (hasMore) await requestRecount(tx, person.userId);
}

/** Counts the rest in the background until stopped. Several processes may do so at once. */
export function startRecounting(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => recountNext(db), { name: 'counting posts of changed accounts', everyMs: EVERY_MS, logger });
}

/** One more chunk of the oldest request; `hasMore` is false when there is none. */
async function recountNext(db: Db): Promise<{ hasMore: boolean }> {
  return await db.transaction(async (tx) => {
    const request = await takeRecount(tx);
    if (!request) return { hasMore: false };
    const { hasMore } = await recountSome(tx, request.authorId);
    if (!hasMore) await deleteRecount(tx, request.id);
    return { hasMore: true };
  });
}

async function recountSome(tx: Db, authorId: string): Promise<{ hasMore: boolean }> {
  const isCounted = await isOpenForUpdate(tx, authorId);
  const changed = await takeMiscounted(tx, { authorId, isCounted, limit: CHUNK });
  await changeCounts(
    tx,
    counting,
    changed.flatMap((post) => publicCountsOf(post, isCounted ? 1 : -1)),
  );
  return { hasMore: changed.length === CHUNK };
}
