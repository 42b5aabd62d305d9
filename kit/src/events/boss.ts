import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import type { Logger } from '../log.ts';
import { BOSS_SCHEMA } from './queues.ts';

/** How workers learn of new jobs. */
export type WakeUp = { byNotification: boolean; pollSeconds: number };

/** Polling is for what no notification tells: retries that are due, and notifications that were lost. */
export const WAKE_UP: WakeUp = { byNotification: true, pollSeconds: 1 };

/** Connections of a service to Postgres for its queues, besides the one for notifications. */
export const BOSS_POOL = 4;

const CLEAN_UP_EVERY_SECONDS = 600;
const PATIENCE_MS = 5_000;

/** One service's or command's end of the queues; it installs nothing. */
export async function startBoss(url: string, logger: Logger, { byNotification } = WAKE_UP): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: BOSS_SCHEMA,
    max: BOSS_POOL,
    migrate: false,
    createSchema: false,
    useListenNotify: byNotification,
    maintenanceIntervalSeconds: CLEAN_UP_EVERY_SECONDS,
    // Rebuilding indexes takes the owner's rights, which a subgraph's role does not have.
    reindex: false,
    schedule: false,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'event backbone'));
  return await boss.start();
}

/** Stops it; whoever works on a queue's jobs ends them first, if it takes no more than five seconds. */
export async function stopBoss(boss: PgBoss, queues: readonly string[]): Promise<void> {
  const patience = new AbortController();
  // Awaited here, for pg-boss would look only every half second whether all have ended.
  const ended = Promise.all(queues.map((queue) => boss.offWork(queue, { wait: true })));
  const tooLong = delay(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([ended, tooLong]).finally(() => patience.abort());
  await boss.stop({ graceful: false });
}
