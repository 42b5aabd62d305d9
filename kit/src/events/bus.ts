import { sql } from 'drizzle-orm';
import { fromDrizzle, type Job, PgBoss } from 'pg-boss';
import type { Database, Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { newId } from '../new-id.ts';
import { repeat } from '../repeat.ts';
import { type Envelope, type EventCatalog, type EventName, type Payload, queueName } from './contract.ts';
import { type Hearing, listenForHearing, type Told } from './hearing.ts';
import { forgetHeard, noteHeard } from './inbox.ts';
import { BOSS_SCHEMA } from './queues.ts';

/** What a service does when it hears an event; runs once per event, in one transaction with its inbox. */
export type Listeners<Catalog extends EventCatalog> = {
  [Name in EventName<Catalog>]?: (tx: Db, payload: Payload<Catalog, Name>) => Promise<void>;
};

/** Tells an event inside the transaction of what happened. */
export type Tell<Catalog extends EventCatalog> = <Name extends EventName<Catalog>>(
  event: Name,
  payload: Payload<Catalog, Name>,
) => Promise<void>;

export type EventBus<Catalog extends EventCatalog> = Hearing & {
  teller(tx: Db, told: Told[]): Tell<Catalog>;
  listen(listeners: Listeners<Catalog>): Promise<void>;
  stop(): Promise<void>;
};

type BusOptions<Catalog> = { url: string; service: string; catalog: Catalog; database: Database; logger: Logger };

const POOL = 4;
const BATCH = 20;
const FORGET_EVERY_MS = 3_600_000;

/** One service's end of the event backbone (pg-boss): it tells in its transactions and hears in its own. */
export async function openBus<Catalog extends EventCatalog>(options: BusOptions<Catalog>): Promise<EventBus<Catalog>> {
  const { url, catalog, database, logger } = options;
  const boss = new PgBoss({
    connectionString: url,
    schema: BOSS_SCHEMA,
    max: POOL,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    // Rebuilding indexes takes the owner's rights, which a subgraph's role does not have.
    reindex: false,
    schedule: false,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'event backbone'));
  await boss.start();
  const hearing = await listenForHearing(database.sql);
  let stopForgetting: (() => Promise<void>) | undefined;

  return {
    ...hearing,
    teller: (tx, told) => tellIn(boss, catalog, { tx, told }),
    listen: async (listeners) => {
      stopForgetting = repeat(() => forgetHeard(database.unobserved, options.service), {
        name: 'forgetting heard events',
        everyMs: FORGET_EVERY_MS,
        logger,
      });
      for (const [event, listener] of Object.entries(listeners)) {
        if (listener) await work(boss, event, { ...options, listener });
      }
    },
    stop: async () => {
      await stopForgetting?.();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

function tellIn<Catalog extends EventCatalog>(
  boss: PgBoss,
  catalog: Catalog,
  { tx, told }: { tx: Db; told: Told[] },
): Tell<Catalog> {
  return async (event, payload) => {
    const contract = catalog[event];
    if (!contract) throw new Error(`No contract for the event ${event}`);
    const said = contract.payload.parse(payload) as Record<string, unknown>;
    const envelope: Envelope = { eventId: newId(), payload: said };
    for (const subscriber of contract.heardBy) {
      // Jobs of one transaction are created at the same moment; among equals pg-boss goes by id.
      const options = { id: newId(), db: fromDrizzle(tx, sql), singletonKey: String(said[contract.aggregate]) };
      await boss.send(queueName(event, subscriber), envelope, options);
    }
    told.push({ eventId: envelope.eventId, heardBy: contract.heardBy });
  };
}

type Work<Catalog> = BusOptions<Catalog> & { listener: (tx: Db, payload: never) => Promise<void> };

async function work<Catalog extends EventCatalog>(boss: PgBoss, event: string, options: Work<Catalog>): Promise<void> {
  const { service, logger } = options;
  const workerId = await boss.work<Envelope, unknown, { perJobResults: true }>(
    queueName(event, service),
    { batchSize: BATCH, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2, perJobResults: true } as never,
    async (jobs) => {
      // Successors of a key are fetched only after its head: ask again at once instead of at the next poll.
      boss.notifyWorker(workerId);
      return await Promise.all(jobs.map((job) => hear(job, event, options)));
    },
  );
  logger.debug({ event }, 'listening');
}

async function hear<Catalog extends EventCatalog>(job: Job<Envelope>, event: string, options: Work<Catalog>) {
  const { catalog, database, listener, service, logger } = options;
  try {
    const payload = catalog[event]?.payload.parse(job.data.payload);
    await database.unobserved.transaction(async (tx) => {
      if (await noteHeard(tx, service, job.data.eventId)) await listener(tx, payload as never);
    });
    return { id: job.id, status: 'completed' as const };
  } catch (error) {
    logger.error({ err: error, event, eventId: job.data.eventId }, 'event not handled');
    return { id: job.id, status: 'failed' as const, output: { message: String(error) } };
  }
}
