import type { Db } from '@nexus/kit/database';
import { rateLimited } from '@nexus/kit/errors';
import { insertImpressions, type Seen } from './impression.store.ts';

/** How long what was seen waits for more: five statements a second, however many look. */
const GATHER_MS = 200;
/** As much as one statement writes well within its time. */
const BATCH = 5_000;
/** More than this waits only when the database does not keep up. */
const MOST_WAITING = 50_000;

type Waiting = { seen: readonly Seen[]; done: PromiseWithResolvers<number> };
type Desk = { waiting: Waiting[]; size: number; isGathering: boolean };

/** One for each process and database. */
const desks = new WeakMap<Db, Desk>();

/**
 * Writes what somebody saw together with what all others do in the same fifth of a second, and answers when it is
 * written: a crash loses nothing that was answered. Returns how much of it counts; RATE_LIMITED when too much waits.
 */
export function writeTogether(db: Db, seen: readonly Seen[]): Promise<number> {
  if (seen.length === 0) return Promise.resolve(0);
  const desk = desks.get(db) ?? { waiting: [], size: 0, isGathering: false };
  desks.set(db, desk);
  if (desk.size + seen.length > MOST_WAITING) throw rateLimited(1);
  const done = Promise.withResolvers<number>();
  desk.waiting.push({ seen, done });
  desk.size += seen.length;
  if (!desk.isGathering) {
    desk.isGathering = true;
    setTimeout(() => void writeWaiting(db, desk), GATHER_MS);
  }
  return done.promise;
}

/** Writes all that waits, and what comes meanwhile after another pause. */
async function writeWaiting(db: Db, desk: Desk): Promise<void> {
  const batch = takeBatch(desk);
  await write(db, batch);
  if (desk.waiting.length > 0) setTimeout(() => void writeWaiting(db, desk), GATHER_MS);
  else desk.isGathering = false;
}

function takeBatch(desk: Desk): Waiting[] {
  const batch: Waiting[] = [];
  let size = 0;
  for (const next of desk.waiting) {
    if (batch.length > 0 && size + next.seen.length > BATCH) break;
    batch.push(next);
    size += next.seen.length;
  }
  desk.waiting.splice(0, batch.length);
  desk.size -= size;
  return batch;
}

async function write(db: Db, batch: readonly Waiting[]): Promise<void> {
  try {
    const counted = await insertImpressions(
      db,
      batch.flatMap(({ seen }) => seen),
    );
    const keys = new Set(counted.map(keyOf));
    for (const { seen, done } of batch) done.resolve(seen.filter((one) => keys.delete(keyOf(one))).length);
  } catch (error) {
    for (const { done } of batch) done.reject(error);
  }
}

const keyOf = ({ postId, viewerId }: Pick<Seen, 'postId' | 'viewerId'>) => `${postId} ${viewerId}`;
