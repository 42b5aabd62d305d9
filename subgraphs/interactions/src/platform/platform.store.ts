import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { activeDays } from '../tables/analytics.ts';
import { userRefs } from '../tables/projections.ts';

type Days = { from: Date; to: Date };

/** As many days as can be asked for at once. */
const KEPT_DAYS = 800;

/** The first day (UTC) of which it is known who was here; of the days before, everybody's first is. */
const keptSince = sql.raw(`((now() at time zone 'UTC')::date - ${KEPT_DAYS})`);

/** How many people did or saw anything on each day (UTC) of the last 800; days on which nobody did are left out. */
export async function countActive(db: Db, { from, to }: Days): Promise<{ day: string; value: number }[]> {
  const rows = await db.execute<{ day: string; value: number }>(sql`
    select day::text as day, count(*)::integer as value from ${activeDays}
    where day >= greatest(${dayOf(from)}::date, ${keptSince}) and day < ${dayOf(to)}::date group by day`);
  return [...rows];
}

/**
 * Of the people who were first active in a week (UTC, from Monday on), how many were so again in each week from then on:
 * week 0 is all of them.
 */
export async function countRetained(
  db: Db,
  { from, to }: Days,
): Promise<{ week: string; after: number; people: number }[]> {
  const rows = await db.execute<{ week: string; after: number; people: number }>(sql`
    with first as (
      select user_id, min(day) as day from ${activeDays} a
      where day >= ${dayOf(from)}::date and day < ${dayOf(to)}::date and not exists (
        select from ${activeDays} before where before.user_id = a.user_id and before.day < ${dayOf(from)}::date
      )
      group by user_id
    ), seen as (
      select distinct a.user_id, date_trunc('week', first.day)::date as week,
        (date_trunc('week', a.day)::date - date_trunc('week', first.day)::date) / 7 as after
      from first join ${activeDays} a on a.user_id = first.user_id
      where a.day < ${dayOf(to)}::date
    )
    select week::text as week, after::integer as after, count(*)::integer as people from seen group by 1, 2 order by 1, 2`);
  return [...rows];
}

/**
 * Forgets some of the days before that, from one on, but for everybody's first: it tells newcomers from those who come
 * back. Returns the last that it came to, undefined where none were left.
 */
export async function forgetActiveDays(
  db: Db,
  { from, limit }: { from: string; limit: number },
): Promise<string | undefined> {
  const gone = await db.execute<{ day: string }>(sql`
    delete from ${activeDays} where ctid = any(array(
      select a.ctid from ${activeDays} a
      where a.day >= ${from}::date and a.day < ${keptSince} and exists (
        select from ${activeDays} before where before.user_id = a.user_id and before.day < a.day
      )
      order by a.day limit ${limit} for update skip locked
    )) returning day::text as day`);
  return gone
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
}

/** How many accounts are in use. */
export async function countPeople(db: Db): Promise<number> {
  const [found] = await db.execute<{ people: number }>(sql`
    select count(*)::integer as people from ${userRefs} where state = 'ACTIVE'`);
  return found?.people ?? 0;
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10);
