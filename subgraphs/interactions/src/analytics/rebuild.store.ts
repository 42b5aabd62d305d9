import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { activeDays, impressions, recountedSeries, series, seriesDeltas } from '../tables/analytics.ts';
import { bookmarks } from '../tables/bookmarks.ts';
import { comments, reactions, shares } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';

/** What series say otherwise than a recount of the facts does, as a part of a statement: one snapshot has both. */
const DIFFERENCES: SQL = sql`
  select subject_id, metric, slot, coalesce(stored.value, 0) as stored, coalesce(truth.value, 0) as truth
  from ${recountedSeries} truth full join (
    select subject_id, metric, slot, sum(value) as value from (
      select subject_id, metric, slot, value from ${series}
      union all
      select subject_id, metric, slot, value from ${seriesDeltas}
    ) as counted group by 1, 2, 3
  ) as stored using (subject_id, metric, slot)
  where coalesce(stored.value, 0) <> coalesce(truth.value, 0)`;

/**
 * Makes all series equal to the facts, while both are in use: what differs is added as a change like any other. Returns
 * how many values were wrong.
 */
export async function mendSeries(db: Db): Promise<number> {
  const mended = await db.execute(sql`
    insert into ${seriesDeltas} (subject_id, metric, slot, value)
    select subject_id, metric, slot, truth - stored from (${DIFFERENCES}) as difference returning 1`);
  return mended.length;
}

/** Adds the days on which somebody did something that is still there; returns how many were missing. */
export async function addMissingDays(db: Db): Promise<number> {
  const day = (time: string) => sql`(${sql.identifier(time)} at time zone 'UTC')::date`;
  const added = await db.execute(sql`
    insert into ${activeDays} (user_id, day)
    select user_id, ${day('created_at')} from ${reactions}
    union select author_id, ${day('created_at')} from ${comments} where author_id is not null
    union select actor_id, ${day('shared_at')} from ${shares}
    union select user_id, ${day('created_at')} from ${bookmarks}
    union select viewer_id, ${day('seen_at')} from ${impressions}
    union select author_id, ${day('created_at')} from ${postRefs} where state = 'LIVE'
    on conflict do nothing returning 1`);
  return added.length;
}
