import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Database, Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { newId } from '../new-id.ts';
import { repeat } from '../repeat.ts';
import { type Envelope, type EventCatalog, type EventName, type Payload, queueName } from './contract.ts';
import { type Hearing, listenForHearing, type Told } from './hearing.ts';
import { forgetHeard } from './inbox.ts';
import { type Listeners, listenTo } from './listen.ts';
import { BOSS_SCHEMA } from './queues.ts';

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
/** Connections to Postgres besides the given ones: the queues' pool, the queues' notifications, receipts. */
export const BUS_CONNECTIONS = POOL + 2;
/** How often dead workers are looked for. */
const SUPERVISE_SECONDS = 10;
const FORGET_EVERY_MS = 3_600_000;

/** One service's end of the event backbone (pg-boss): it tells in its transactions and hears in its own. */
export async function openBus<Catalog extends EventCatalog>(options: BusOptions<Catalog>): Promise<EventBus<Catalog>> {
  const { catalog, database, logger, service } = options;
  const boss = await startBoss(options.url, logger);
  const hearing = await listenForHearing(database.sql);
  const stopForgetting = repeat(() => forgetHeard(database.db, service), {
    name: 'forgetting heard events',
    everyMs: FORGET_EVERY_MS,
    logger,
  });

  return {
    ...hearing,
    teller: (tx, told) => tellIn(boss, catalog, { tx, told }),
    listen: async (listeners) => {
      for (const [event, listener] of Object.entries(listeners)) {
        if (listener) await listenTo(boss, event, { ...options, listener });
      }
    },
    stop: async () => {
      await stopForgetting();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

async function startBoss(connectionString: string, logger: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString,
    schema: BOSS_SCHEMA,
    max: POOL,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    // Rebuilding indexes takes the owner's rights, which a subgraph's role does not have.
    reindex: false,
    schedule: false,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'event backbone'));
  return await boss.start();
}

function tellIn<Catalog extends EventCatalog>(
  boss: PgBoss,
  catalog: Catalog,
  { tx, told }: { tx: Db; told: Told[] },
): Tell<Catalog> {
  return async (event, payload) => {
    const contract = catalog[event];
    if (!contract) throw new Error(`No contract for the event ${event}`);
    const envelope: Envelope = { eventId: newId(), payload: contract.payload.parse(payload) };
    for (const subscriber of contract.heardBy) {
      await boss.send(queueName(event, subscriber), envelope, { db: fromDrizzle(tx, sql) });
    }
    told.push({ eventId: envelope.eventId, heardBy: contract.heardBy });
  };
}
