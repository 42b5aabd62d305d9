import type { Database } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import type { Tally } from './tally.ts';
import { addUsage, deleteUsage } from './usage.store.ts';

export type Writing = {
  sql: Database['sql'];
  sampleRate: number;
  /** For how long what was counted is kept. */
  retentionDays: number;
  everyMs: number;
  logger: Logger;
};

const DELETE_EVERY_MS = 3_600_000;
/** Whoever stops waits no longer for the last counts to be written. */
const LAST_WRITE_MS = 1_000;

/** Writes what was counted every few seconds, and what could not be written the next time. Returns how to stop it. */
export function writeUsage(tally: Tally, { sql, sampleRate, retentionDays, everyMs, logger }: Writing) {
  const turnDay = createTurnDay(tally, logger);
  let isLost = false;

  async function write(): Promise<void> {
    const batch = tally.take();
    try {
      if (batch.size > 0) await addUsage(sql, batch, sampleRate);
    } catch (error) {
      tally.putBack(batch);
      throw error;
    }
  }

  async function round(): Promise<{ hasMore: boolean }> {
    try {
      await write();
      if (isLost) logger.warn('usage is written again');
      isLost = false;
    } catch (error) {
      if (!isLost) logger.warn({ err: error }, 'usage cannot be written: is the database there, and prepared?');
      isLost = true;
    }
    turnDay();
    return { hasMore: false };
  }

  async function deleteOld(): Promise<{ hasMore: boolean }> {
    // A database that is gone is told when something is to be written.
    await deleteUsage(sql, retentionDays).catch(() => undefined);
    return { hasMore: false };
  }

  const stopWriting = repeat(round, { name: 'writing usage', everyMs, logger });
  const stopDeleting = repeat(deleteOld, { name: 'deleting old usage', everyMs: DELETE_EVERY_MS, logger });
  return async (): Promise<void> => {
    const lastWrite = stopWriting().then(() => write().catch(() => undefined));
    await Promise.race([lastWrite, afterMs(LAST_WRITE_MS)]);
    await sql.end({ timeout: 0 });
    await Promise.all([stopDeleting(), lastWrite]);
  };
}

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
