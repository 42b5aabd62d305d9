import { type Db, sqlState } from '@nexus/kit/database';
import { invalid } from '@nexus/kit/errors';
import { type SQL, sql } from 'drizzle-orm';
import type { Window } from './window.ts';

/** Where the points of a window begin, where the last ends, and from when on the period before it is. */
export type Bounds = { previous: Date; starts: Date[]; end: Date };

const UNKNOWN_ZONE = '22023';

/**
 * The points of a window, widened to whole hours, days or weeks (from Monday on) of its time zone; a day may have 23 or
 * 25 hours. Trap: where the clocks change at midnight a day begins at one, and steps from there go on at one: so they reach
 * a little further, and are cut once more.
 */
export async function findBounds(db: Db, { from, to, granularity, timeZone }: Window): Promise<Bounds> {
  const unit = granularity.toLowerCase();
  const start = sql`date_trunc(${unit}, ${from.toISOString()}::timestamptz, ${timeZone})`;
  const last = sql`date_trunc(${unit}, ${to.toISOString()}::timestamptz - interval '1 millisecond', ${timeZone})`;
  const cut = (time: SQL) => sql`date_trunc(${unit}, ${time}, ${timeZone})`;
  const step = sql`${`1 ${unit}`}::interval`;
  const [found] = await db
    .execute<{ previous: string; starts: string[]; end: string }>(sql`
      with point as (
        select ${cut(sql`at`)} as at
        from generate_series(${start}, ${last} + interval '2 hours', ${step}, ${timeZone}) as at
        where ${cut(sql`at`)} <= ${last}
      ), span as (
        select array_agg(at order by at) as starts, count(*)::integer as points, min(at) as first, max(at) as last from point
      )
      select ${cut(sql`date_subtract(first, points * ${step}, ${timeZone})`)} as previous,
        array(select to_json(at) #>> '{}' from unnest(starts) as at) as starts,
        ${cut(sql`date_add(last, ${step}, ${timeZone})`)} as "end"
      from span`)
    .catch(refuseZone);
  if (!found) throw new Error('no bounds');
  const { previous, starts, end } = found;
  return { previous: new Date(previous), starts: starts.map((at) => new Date(at)), end: new Date(end) };
}

/** A name that is known here and not to Postgres. */
function refuseZone(error: unknown): never {
  if (sqlState(error) === UNKNOWN_ZONE) throw invalid('timeZone', 'This time zone is not known.');
  throw error;
}
