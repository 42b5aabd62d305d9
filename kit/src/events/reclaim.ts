import { sql } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import type { Db } from '../database.ts';
import { BOSS_SCHEMA } from './queues.ts';

/** How often a worker says that it is alive. */
export const SIGN_OF_LIFE_SECONDS = 2;
const SILENT_SECONDS = 8;
/** How often silent workers are looked for. */
export const RECLAIM_EVERY_MS = 1_000;

/**
 * Takes jobs from workers that have been silent for 8 seconds and has them tried again: those of a killed process run
 * elsewhere within 13 (8 of silence, 1 until seen, 2 of backoff, 2 of polling). pg-boss could do it, but its shortest
 * silence is 10 seconds, and it reads every job there is each time it looks.
 */
export async function reclaimJobs(boss: PgBoss, db: Db, service: string): Promise<{ hasMore: boolean }> {
  const silent = await db.execute<{ queue: string; id: string; retryCount: number }>(sql`
    select name as queue, id, retry_count as "retryCount" from ${sql.identifier(BOSS_SCHEMA)}.job
    where state = 'active' and starts_with(name, ${`${service}/`})
      and heartbeat_on < now() - make_interval(secs => ${SILENT_SECONDS})`);
  for (const { queue, id, retryCount } of silent) await boss.fail(queue, { id, retryCount }, { error: 'WorkerDied' });
  return { hasMore: false };
}
