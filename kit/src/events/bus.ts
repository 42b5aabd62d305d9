import { sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import { Registry } from 'prom-client';
import { alone } from '../alone.ts';
import type { Database, Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { newId } from '../new-id.ts';
import { repeat } from '../repeat.ts';
import { BOSS_POOL, startBoss, stopBoss, WAKE_UP, type WakeUp } from './boss.ts';
import { type Envelope, type EventCatalog, type EventName, LIVE, type Payload, queueName } from './contract.ts';
import { type Hearing, listenForHearing, type Told } from './hearing.ts';
import { forgetHeard } from './inbox.ts';
import { LANE_POOL, openLanes } from './lanes.ts';
import { type Listeners, listenTo } from './listen.ts';
import { measureEvents } from './metrics.ts';
import { RECLAIM_EVERY_MS, reclaimJobs } from './reclaim.ts';

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

export type BusOptions<Catalog> = {
  url: string;
  service: string;
  catalog: Catalog;
  database: Database;
  logger: Logger;
  registry?: Registry;
  wakeUp?: WakeUp;
  /** How long a mutation waits for its neighbours to hear of it; a second unless told. */
  patienceMs?: number;
};

/** Connections besides the given ones: the queues' pool and their notifications, receipts, one lane that is not live. */
export const BUS_CONNECTIONS = BOSS_POOL + 2 + LANE_POOL;
const FORGET_EVERY_MS = 3_600_000;

/** One service's end of the event backbone (pg-boss): it tells in its transactions and hears in its own. */
export async function openBus<Catalog extends EventCatalog>(options: BusOptions<Catalog>): Promise<EventBus<Catalog>> {
  const { catalog, database, logger, service, registry = new Registry(), wakeUp = WAKE_UP } = options;
  const boss = await startBoss(options.url, logger, wakeUp);
  const hearing = await listenForHearing(database.sql, options.patienceMs);
  const lanes = openLanes(options.url, database);
  const measures = measureEvents({ registry, service, catalog, db: database.db, logger });
  const upkeep = startUpkeep(boss, options);
  const queues: string[] = [];

  return {
    ...hearing,
    teller: (tx, told) => tellIn(boss, catalog, { tx, told }),
    listen: async (listeners) => {
      for (const [event, listener] of Object.entries(listeners)) {
        const lane = lanes.of(catalog[event]?.lane);
        if (!listener) continue;
        queues.push(queueName(event, service));
        await listenTo(boss, event, { service, catalog, logger, listener, lane, measures, wakeUp });
      }
    },
    stop: async () => {
      await Promise.all(upkeep.map((stop) => stop()));
      await stopBoss(boss, queues);
      await lanes.close();
    },
  };
}

type Upkeep = { service: string; database: Database; logger: Logger };

function startUpkeep(boss: PgBoss, { service, database: { db }, logger }: Upkeep): readonly (() => Promise<void>)[] {
  const forgetting = { name: `forgetting what ${service} heard`, everyMs: FORGET_EVERY_MS, logger };
  const reclaiming = { name: 'taking jobs from dead workers', everyMs: RECLAIM_EVERY_MS, logger };
  return [
    repeat(() => alone(db, forgetting.name, (tx) => forgetHeard(tx, service)), forgetting),
    repeat(() => reclaimJobs(boss, db, service), reclaiming),
  ];
}

function tellIn<Catalog extends EventCatalog>(
  boss: PgBoss,
  catalog: Catalog,
  { tx, told }: { tx: Db; told: Told[] },
): Tell<Catalog> {
  return async (event, payload) => {
    const contract = catalog[event];
    if (!contract) throw new Error(`No contract for the event ${event}`);
    const { heardBy, lane = LIVE } = contract;
    const envelope: Envelope = { eventId: newId(), payload: contract.payload.parse(payload) };
    for (const subscriber of heardBy) {
      await boss.send(queueName(event, subscriber), envelope, { db: fromDrizzle(tx, sql) });
    }
    // Nobody waits for what is done in a lane of its own because it takes long.
    if (lane === LIVE) told.push({ eventId: envelope.eventId, heardBy });
  };
}
