import { PgBoss, type Queue } from 'pg-boss';
import { deadQueue, type EventCatalog, LIVE, queueName, subscribersOf } from './contract.ts';

export const BOSS_SCHEMA = 'pgboss';

const HOUR = 3_600;
/** What nobody has handled is never thrown away: ten years stand for ever. */
const FOR_EVER = 10 * 365 * 24 * HOUR;

/** No handler takes longer; those outside the live lane may do more at a time. */
const EXPIRE_SECONDS = { live: 60, other: 300 };

/**
 * A listener that fails is tried again after 1 to 2 seconds, then after twice as long each time with half of it left to
 * chance, then every hour: 35 tries in a day. After the last the event goes to its subscriber's dead letters.
 */
const OPTIONS = {
  notify: true,
  // The shortest that pg-boss takes. Dead workers are found sooner: reclaim.ts.
  heartbeatSeconds: 10,
  retryLimit: 34,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: HOUR,
  retentionSeconds: FOR_EVER,
  // What is done is of no use to anybody: an inbox remembers it.
  deleteAfterSeconds: HOUR,
};

/** Dead letters have no worker: they wait for a person. */
const DEAD_OPTIONS = { retentionSeconds: FOR_EVER, deleteAfterSeconds: HOUR };

/** Lets the jobs that are being worked on be found without reading all of them. */
const ACTIVE_INDEX = 'nexus_active';

/** Installs pg-boss, a queue per event and subscriber, and one per subscriber for dead letters; run by the owner of the database. */
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
    for (const subscriber of subscribersOf(catalog)) await installQueue(boss, deadQueue(subscriber), DEAD_OPTIONS);
    for (const [event, { heardBy, lane = LIVE }] of Object.entries(catalog)) {
      const expireInSeconds = lane === LIVE ? EXPIRE_SECONDS.live : EXPIRE_SECONDS.other;
      for (const subscriber of heardBy) {
        const options = { ...OPTIONS, expireInSeconds, deadLetter: deadQueue(subscriber) };
        await installQueue(boss, queueName(event, subscriber), options);
      }
    }
    await indexActiveJobs(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function installQueue(boss: PgBoss, name: string, options: Omit<Queue, 'name' | 'policy'>): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, options);
  else await boss.createQueue(name, options);
}

async function indexActiveJobs(boss: PgBoss): Promise<void> {
  const db = boss.getDb();
  // Asked first: `if not exists` would wait for every writer before it looks.
  const { rows } = await db.executeSql(`select to_regclass('${BOSS_SCHEMA}.${ACTIVE_INDEX}') as found`);
  if (rows[0]?.found) return;
  await db.executeSql(`create index ${ACTIVE_INDEX} on ${BOSS_SCHEMA}.job (name) where state = 'active'`);
}
