import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { activeDays, impressions, seriesDeltas, wrongSeries } from '../tables/analytics.ts';
import { bookmarks } from '../tables/bookmarks.ts';
import { comments, reactions, shares } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';

/**
 * Makes all series equal to the facts, while both are in use: what differs is added as a change like any other. Returns
 * how many values were wrong.
 */
export async function mendSeries(db: Db): Promise<number> {
  const mended = await db.execute(sql`
    insert into ${seriesDeltas} (subject_id, metric, slot, value)
    select subject_id, metric, slot, truth - kept from ${wrongSeries} returning 1`);
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
