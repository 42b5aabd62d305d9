import { events as catalog } from '@nexus/contracts/events';
import { readSettings } from '@nexus/contracts/settings';
import { connect, type Db } from '@nexus/kit/database';
import { startBoss } from '@nexus/kit/events/boss';
import { partsOf, subscribersOf } from '@nexus/kit/events/contract';
import {
  discardFailedEvents,
  type FailedEvent,
  findFailedEvent,
  findFailedEvents,
  retryFailedEvents,
} from '@nexus/kit/events/failed';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { alignColumns } from './columns.ts';

const SHOWN = 100;
const HEAD = ['ID', 'EVENT', 'HEARD BY', 'ERROR', 'TRIES', 'TOLD', 'STATE'];

/** Prints the oldest failed events; nothing of what they say. */
export async function list(resources: AsyncDisposableStack): Promise<void> {
  const { db } = await openQueues(resources);
  const { failed, total } = await findFailedEvents(db, catalog, SHOWN);
  if (total === 0) return console.log('Every event has been handled or waits for its first try.');
  console.log(alignColumns([HEAD, ...failed.map(cellsOf)]));
  if (total > failed.length) console.log(`… and ${total - failed.length} later ones.`);
}

/** Prints one failed event in full. What events say are ids and what everybody may know, never a secret. */
export async function show(resources: AsyncDisposableStack, id: string): Promise<void> {
  const { db } = await openQueues(resources);
  const event = await findFailedEvent(db, catalog, id);
  if (!event) throw new StartupError(`No failed event has the ID ${id}.`);
  console.log(JSON.stringify(event, null, 2));
}

export async function retry(resources: AsyncDisposableStack, which: readonly string[] | 'all'): Promise<void> {
  const { db, url } = await openQueues(resources);
  const boss = await startBoss(url, createLogger('events', 'error'));
  resources.defer(() => boss.stop({ graceful: false }));
  const count = await retryFailedEvents(boss, { db, catalog }, which);
  console.log(`${count} ${count === 1 ? 'event is' : 'events are'} tried again.`);
  if (which !== 'all') tellMissing(which.length - count);
}

export async function discard(resources: AsyncDisposableStack, ids: readonly string[]): Promise<void> {
  const { db } = await openQueues(resources);
  const count = await discardFailedEvents({ db, catalog }, ids);
  console.log(`${count} ${count === 1 ? 'event is' : 'events are'} thrown away.`);
  tellMissing(ids.length - count);
}

function tellMissing(count: number): void {
  if (count > 0) throw new StartupError(`${count} ${count === 1 ? 'is' : 'are'} not there (any more).`);
}

function cellsOf({ id, queue, error, tries, toldAt, diedAt, nextTryAt }: FailedEvent): string[] {
  const { event, subscriber } = partsOf(queue);
  return [id, event, subscriber, error, `${tries}`, toldAt, diedAt ? `dead since ${diedAt}` : `next try ${nextTryAt}`];
}

/** The queues' tables, as the role of a service that hears sees them: it takes no administrator. */
async function openQueues(resources: AsyncDisposableStack): Promise<{ db: Db; url: string }> {
  const { databaseUrl, secret } = await openInfrastructure({ ...readSettings(), migrate: false }, resources);
  const [owner = ''] = subscribersOf(catalog);
  const url = roleUrl(databaseUrl, secret, owner);
  const database = connect(url, { max: 1 });
  resources.defer(() => database.close());
  await database.sql`select from pgboss.queue limit 1`.catch((error) => {
    throw new StartupError(`The queues cannot be read (${reasonOf(error)}). Prepare the database: npm run migrate.`);
  });
  return { db: database.db, url };
}
