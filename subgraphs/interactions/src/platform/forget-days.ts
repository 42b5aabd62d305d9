import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { forgetActiveDays } from './platform.store.ts';

const FORGET = { name: 'forgetting on which days people were here', everyMs: 86_400_000 };
const BATCH = 5_000;
const BEGINNING = '-infinity';

/** Forgets once a day, until stopped, who was here more than 800 days ago. */
export function startForgettingDays(db: Db, logger: Logger): () => Promise<void> {
  return repeat(forgettingDays(db, BATCH), { ...FORGET, logger });
}

/** A round after another, each of at most so many days: the next goes on from the day to which the one before came. */
export function forgettingDays(db: Db, limit: number): () => Promise<{ hasMore: boolean }> {
  let from = BEGINNING;
  return async () => {
    const last = await forgetActiveDays(db, { from, limit });
    from = last ?? BEGINNING;
    return { hasMore: last !== undefined };
  };
}
