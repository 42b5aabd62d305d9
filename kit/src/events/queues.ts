import { PgBoss } from 'pg-boss';
import { deadLetterName, type EventCatalog, queueName } from './contract.ts';

export const BOSS_SCHEMA = 'pgboss';

/** Three tries within seconds, then patient ones up to a minute apart; after that the job is a dead letter. */
const RETRIES = { retryLimit: 8, retryDelay: 1, retryBackoff: true, retryDelayMax: 60 };
const HEARTBEAT_SECONDS = 10;
const DAY_SECONDS = 86_400;

/** Installs pg-boss and one ordered queue per event and subscriber; run by the owner of the database. */
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
      for (const subscriber of heardBy) await installQueue(boss, event, subscriber);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function installQueue(boss: PgBoss, event: string, subscriber: string): Promise<void> {
  const deadLetter = deadLetterName(subscriber);
  const name = queueName(event, subscriber);
  if (await boss.getQueue(name)) return;
  await boss.createQueue(deadLetter);
  await boss.createQueue(name, {
    policy: 'key_strict_fifo',
    notify: true,
    deadLetter,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 60,
    deleteAfterSeconds: DAY_SECONDS,
    ...RETRIES,
  });
}
