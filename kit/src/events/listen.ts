import type { Job, PgBoss } from 'pg-boss';
import type { Database, Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { type Envelope, type EventCatalog, type EventName, type Payload, queueName } from './contract.ts';
import { noteHeard } from './inbox.ts';

/** What a service does when it hears an event; runs once per event, in one transaction with its inbox. */
export type Listeners<Catalog extends EventCatalog> = {
  [Name in EventName<Catalog>]?: (tx: Db, payload: Payload<Catalog, Name>) => Promise<void>;
};

type Ear = { service: string; catalog: EventCatalog; database: Database; logger: Logger };
type Listener = (tx: Db, payload: never) => Promise<void>;

const BATCH = 20;

/** Begins to hear one event; jobs that wait are taken in batches, new ones wake the worker. */
export async function listenTo(boss: PgBoss, event: string, { listener, ...ear }: Ear & { listener: Listener }) {
  await boss.work(
    queueName(event, ear.service),
    {
      batchSize: BATCH,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 2,
      perJobResults: true,
    },
    (jobs: Job<Envelope>[]) => Promise.all(jobs.map((job) => hear(job, event, { listener, ...ear }))),
  );
}

async function hear({ id, data }: Job<Envelope>, event: string, { listener, ...ear }: Ear & { listener: Listener }) {
  const { catalog, database, logger, service } = ear;
  try {
    const payload = catalog[event]?.payload.parse(data.payload);
    await database.db.transaction(async (tx) => {
      // The contract of this event made the payload; the loop over events hides that from the compiler.
      if (await noteHeard(tx, service, data.eventId)) await listener(tx, payload as never);
    });
    return { id, status: 'completed' as const };
  } catch (error) {
    logger.error({ err: error, event, eventId: data.eventId }, 'event not handled; trying again');
    // The reason may quote what people wrote: it belongs in the log, which knows what to leave out.
    return { id, status: 'failed' as const, output: { message: 'See the log.' } };
  }
}
