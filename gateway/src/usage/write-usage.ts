import type { Database } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import type { Batch, Tally } from './tally.ts';
import { addUsage, deleteUsage } from './usage.store.ts';

export type Writing = {
  sql: Database['sql'];
  sampleRate: number;
  /** For how long what was counted is kept. */
  retentionDays: number;
  everyMs: number;
  logger: Logger;
};

/** What one statement writes at most: the database gives it 2.5 s, which ten times as many can need. */
const PAIRS = 1_000;
const DELETE_EVERY_MS = 3_600_000;
/** Whoever stops waits no longer for the last counts to be written. */
const LAST_WRITE_MS = 1_000;

/** Writes what was counted every few seconds, and what could not be written the next time. Returns how to stop it. */
export function writeUsage(tally: Tally, { sql, sampleRate, retentionDays, everyMs, logger }: Writing) {
  const turnDay = createTurnDay(tally, logger);
  let isLost = false;

  /** Whether there was more than one statement writes. */
  async function write(): Promise<boolean> {
    const batch = tally.take(PAIRS);
    try {
      if (batch.size > 0) await addUsage(sql, batch, sampleRate);
      return pairsIn(batch) >= PAIRS;
    } catch (error) {
      tally.putBack(batch);
      throw error;
    }
  }

  async function round(): Promise<{ hasMore: boolean }> {
    let hasMore = false;
    try {
      hasMore = await write();
      if (isLost) logger.warn('usage is written again');
      isLost = false;
    } catch (error) {
      if (!isLost) logger.warn({ err: error }, 'usage cannot be written: is the database there, and prepared?');
      isLost = true;
    }
    turnDay();
    return { hasMore };
  }

  async function deleteOld(): Promise<{ hasMore: boolean }> {
    // A database that is gone is told when something is to be written.
    await deleteUsage(sql, retentionDays).catch(() => undefined);
    return { hasMore: false };
  }

  const stopWriting = repeat(round, { name: 'writing usage', everyMs, logger });
  const stopDeleting = repeat(deleteOld, { name: 'deleting old usage', everyMs: DELETE_EVERY_MS, logger });
  return async (): Promise<void> => {
    const lastWrite = stopWriting().then(() => writeAll(write));
    await Promise.race([lastWrite, afterMs(LAST_WRITE_MS)]);
    await sql.end({ timeout: 0 });
    await Promise.all([stopDeleting(), lastWrite]);
  };
}

async function writeAll(write: () => Promise<boolean>): Promise<void> {
  // The process ends: what cannot be written now is lost.
  for (let hasMore = true; hasMore; ) hasMore = await write().catch(() => false);
}

const pairsIn = (batch: Batch) => [...batch.values()].reduce((sum, { clients }) => sum + clients.size, 0);

function createTurnDay(tally: Tally, logger: Logger) {
  let day = today();
  return (): void => {
    if (day === today()) return;
    day = today();
    const missing = tally.startDay();
    if (missing > 0) logger.warn({ missing }, 'more different operations were sent in a day than are recorded');
  };
}

const today = () => new Date().toISOString().slice(0, 10);

const afterMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
