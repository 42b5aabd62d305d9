import type { Job, PgBoss } from 'pg-boss';
import type { Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { causeOf, codeOf } from '../reasons.ts';
import type { WakeUp } from './boss.ts';
import { type Envelope, type EventCatalog, type EventName, type Payload, queueName } from './contract.ts';
import { noteHeard } from './inbox.ts';
import type { Lane } from './lanes.ts';
import type { Measures } from './metrics.ts';
import { SIGN_OF_LIFE_SECONDS } from './reclaim.ts';

/** What a service does when it hears an event; runs once per event, in one transaction with its inbox. */
export type Listeners<Catalog extends EventCatalog> = {
  [Name in EventName<Catalog>]?: (tx: Db, payload: Payload<Catalog, Name>) => Promise<void>;
};

type Ear = {
  service: string;
  catalog: EventCatalog;
  logger: Logger;
  listener: (tx: Db, payload: never) => Promise<void>;
  lane: Lane;
  measures: Measures;
  wakeUp: WakeUp;
};

/** Begins to hear one event; jobs that wait are taken in batches, new ones wake the worker. */
export async function listenTo(boss: PgBoss, event: string, ear: Ear): Promise<void> {
  await boss.work(
    queueName(event, ear.service),
    {
      batchSize: ear.lane.batch,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: ear.wakeUp.pollSeconds,
      notifyPollingIntervalSeconds: 2 * ear.wakeUp.pollSeconds,
      heartbeatRefreshSeconds: SIGN_OF_LIFE_SECONDS,
      perJobResults: true,
    },
    (jobs: Job<Envelope>[]) => Promise.all(jobs.map((job) => hear(job, event, ear))),
  );
}

async function hear({ id, data }: Job<Envelope>, event: string, ear: Ear) {
  const { catalog, lane, logger, measures, service } = ear;
  try {
    const payload = catalog[event]?.payload.parse(data.payload);
    await lane.database.db.transaction(async (tx) => {
      // The contract of this event made the payload; the loop over events hides that from the compiler.
      if (await noteHeard(tx, service, data.eventId)) await ear.listener(tx, payload as never);
    });
    measures.handled(event, data.eventId);
    return { id, status: 'completed' as const };
  } catch (error) {
    logger.error({ err: error, event, eventId: data.eventId }, 'event not handled; trying again');
    const kind = kindOf(error);
    measures.failed(event, kind);
    return { id, status: 'failed' as const, output: { error: kind } };
  }
}

/** An error's class and code. What it says may quote what people wrote: that belongs in the log, which leaves it out. */
function kindOf(error: unknown): string {
  const cause = causeOf(error);
  const name = cause instanceof Error ? cause.name : typeof cause;
  const code = codeOf(cause);
  return code === undefined ? name : `${name} ${code}`;
}
