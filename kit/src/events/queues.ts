import { PgBoss } from 'pg-boss';
import { type EventCatalog, queueName } from './contract.ts';

export const BOSS_SCHEMA = 'pgboss';

const DAY_SECONDS = 86_400;

/**
 * A listener that fails is tried again within seconds, then every minute for as long as the job is kept (14 days): an
 * event is lost to no bug that is mended within that time. A job whose worker died is given to another.
 */
const OPTIONS = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  retryLimit: 14 * 24 * 60,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  retentionSeconds: 14 * DAY_SECONDS,
  deleteAfterSeconds: DAY_SECONDS,
};

/** Installs pg-boss and one queue per event and subscriber; run by the owner of the database. */
export async function installQueues(adminUrl: string, catalog: EventCatalog): Promise<void> {
  const boss = new PgBoss({
    connectionString: adminUrl,
    schema: BOSS_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [event, { heardBy }] of Object.entries(catalog)) {
      for (const subscriber of heardBy) await installQueue(boss, queueName(event, subscriber));
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function installQueue(boss: PgBoss, name: string): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, OPTIONS);
  else await boss.createQueue(name, OPTIONS);
}
