import { sql } from 'drizzle-orm';
import { index, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import { time } from '../columns.ts';
import type { Db } from '../database.ts';

/** The table in which a service notes every event it has heard, in the transaction of the effect. */
export function inboxTable(schema: PgSchema) {
  return schema.table(
    'inbox',
    {
      eventId: uuid('event_id').primaryKey(),
      heardAt: time('heard_at').notNull().defaultNow(),
    },
    (table) => [index('inbox_heard').on(table.heardAt)],
  );
}

export const HEARD_CHANNEL = 'nexus_heard';

/** Notes an event in a service's inbox; false when it was there already. Whoever told it is notified at commit. */
export async function noteHeard(tx: Db, service: string, eventId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    with noted as (
      insert into ${sql.identifier(service)}.inbox (event_id) values (${eventId}) on conflict do nothing returning event_id
    )
    select pg_notify(${HEARD_CHANNEL}, ${`${eventId}/${service}`}), exists (select from noted) as is_new`);
  return rows[0]?.is_new === true;
}

const FORGET_BATCH = 1_000;

/** Forgets what was heard a month ago: no job lives that long, so none can come again. */
export async function forgetHeard(db: Db, service: string): Promise<{ hasMore: boolean }> {
  const inbox = sql`${sql.identifier(service)}.inbox`;
  const forgotten = await db.execute(sql`
    delete from ${inbox} where event_id in (
      select event_id from ${inbox} where heard_at < now() - interval '30 days' limit ${FORGET_BATCH}
    ) returning 1`);
  return { hasMore: forgotten.length === FORGET_BATCH };
}
