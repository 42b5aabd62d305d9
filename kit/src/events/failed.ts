import { type SQL, sql } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import { texts, uuids } from '../array-params.ts';
import type { Db } from '../database.ts';
import { deadQueue, type EventCatalog, queuesOf, subscribersOf } from './contract.ts';
import { BOSS_SCHEMA } from './queues.ts';

/** An event that a subscriber failed to handle: a dead letter, or waiting for its next try. Times are ISO, UTC. */
export type FailedEvent = {
  id: string;
  queue: string;
  eventId: string;
  error: string;
  tries: number;
  toldAt: string;
  diedAt: string | null;
  nextTryAt: string | null;
};

const jobs = sql`${sql.identifier(BOSS_SCHEMA)}.job`;
const iso = (time: SQL) => sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const deadQueues = (catalog: EventCatalog) => subscribersOf(catalog).map(deadQueue);

/** Dead letters, or what waits for another try. */
const isFailed = (catalog: EventCatalog) => sql`state < 'active' and not blocked
  and (name = any(${texts(deadQueues(catalog))}) or name = any(${texts(queuesOf(catalog))}) and state = 'retry')`;

/** What is known of a failure; only a dead letter has a source, its job before. */
const failure = sql`
  select id, coalesce(source_name, name) as queue, data ->> 'eventId' as "eventId",
    coalesce(last.output ->> 'error', last.output ->> 'name', 'TimedOut') as error,
    coalesce(source_retry_count, retry_count) + 1 as tries, ${iso(sql`coalesce(source_created_on, created_on)`)} as "toldAt",
    case when source_name is not null then ${iso(sql`created_on`)} end as "diedAt",
    case when source_name is null then ${iso(sql`start_after`)} end as "nextTryAt",
    data -> 'payload' as payload
  from ${jobs}, lateral (select coalesce(source_output, job.output) as output) as last`;

/** The oldest failed events and how many there are in all; nothing of what they say. */
export async function findFailedEvents(db: Db, catalog: EventCatalog, limit: number) {
  const rows = await db.execute<FailedEvent & { total: number }>(sql`
    select id, queue, "eventId", error, tries, "toldAt", "diedAt", "nextTryAt", count(*) over ()::int as total
    from (${failure} where ${isFailed(catalog)}) as failed order by "toldAt", id limit ${limit}`);
  return { failed: rows.map(({ total, ...event }): FailedEvent => event), total: rows[0]?.total ?? 0 };
}

/** One failed event with what it says. */
export async function findFailedEvent(
  db: Db,
  catalog: EventCatalog,
  id: string,
): Promise<(FailedEvent & { payload: unknown }) | undefined> {
  const [event] = await db.execute<FailedEvent & { payload: unknown }>(
    sql`${failure} where ${isFailed(catalog)} and id = ${id}`,
  );
  return event;
}

type Place = { db: Db; catalog: EventCatalog };

/**
 * Has failed events tried again now, the named or all: a dead letter returns to its queue as new, with all its tries;
 * others skip the rest of their pause. Returns how many. One that took effect after all has none again: the inbox knows.
 */
export async function retryFailedEvents(
  boss: PgBoss,
  { db, catalog }: Place,
  which: readonly string[] | 'all',
): Promise<number> {
  const hurried = await db.execute(sql`
    update ${jobs} set start_after = now()
    where name = any(${texts(queuesOf(catalog))}) and state = 'retry' and not blocked and start_after > now()
      and ${which === 'all' ? sql`true` : sql`id = any(${uuids(which)})`} returning 1`);
  let retried = hurried.length;
  for (const { name } of await boss.getQueues(deadQueues(catalog))) retried += await redrive(boss, name, which);
  return retried;
}

const BATCH = 1_000;

async function redrive(boss: PgBoss, queue: string, which: readonly string[] | 'all'): Promise<number> {
  const filter = which === 'all' ? { limit: BATCH } : { limit: BATCH, ids: [...which] };
  const moved = await boss.redrive(queue, filter);
  return moved < BATCH ? moved : moved + (await redrive(boss, queue, which));
}

/** Throws failed events away for good: what they told will never be known there. Returns how many. */
export async function discardFailedEvents({ db, catalog }: Place, ids: readonly string[]): Promise<number> {
  const gone = await db.execute(
    sql`delete from ${jobs} where ${isFailed(catalog)} and id = any(${uuids(ids)}) returning 1`,
  );
  return gone.length;
}
