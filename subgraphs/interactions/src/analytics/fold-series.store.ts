import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { engagements, series, seriesDeltas } from '../tables/analytics.ts';
import { postRefs } from '../tables/projections.ts';

export const FOLD_BATCH = 10_000;

/**
 * Folds waiting changes into their series, and notes the live posts with whom people did something; returns how many changes.
 * Several processes may fold at once.
 */
export async function foldSeries(db: Db): Promise<number> {
  const [folded] = await db.execute<{ folded: number }>(sql`
    with taken as (
      delete from ${seriesDeltas} where id in (
        select id from ${seriesDeltas} order by id limit ${FOLD_BATCH} for update skip locked
      ) returning subject_id, metric, slot, value
    ), summed as (
      select subject_id, metric, slot, sum(value)::integer as value from taken group by 1, 2, 3 order by 1, 2, 3
    ), folded as (
      insert into ${series} as s (subject_id, metric, slot, value) select subject_id, metric, slot, value from summed
      on conflict (subject_id, metric, slot) do update set value = s.value + excluded.value
    ), noted as (
      insert into ${engagements} as e (post_id, is_due)
      select distinct subject_id, true from summed
      join ${postRefs} on ${postRefs.id} = subject_id and ${postRefs.state} = 'LIVE'
      where metric in ('reaction', 'comment', 'share') order by subject_id
      on conflict (post_id) do update set is_due = true where not e.is_due
    )
    select count(*)::integer as folded from taken`);
  return folded?.folded ?? 0;
}

const isSettledOf = (subjectId: string) => sql`subject_id = ${subjectId}
  and metric in ('impression', 'viewer', 'follower_impression') and slot < interactions.unsettled_since()`;

/**
 * Deletes some of what is settled of a person's or a post's series: no fact is left that would take it out. Changes go
 * first, and whoever is folding them is waited for: what they become is deleted after them.
 */
export async function deleteSettledSeriesOf(tx: Db, subjectId: string): Promise<number> {
  const changes = await tx.execute(sql`delete from ${seriesDeltas} where ${isSettledOf(subjectId)} returning 1`);
  return changes.length + (await deleteChunk(tx, series, isSettledOf(subjectId)));
}

/** Deletes some of the values that came to nothing and that nobody is changing; returns how many. */
export async function dropEmpty(db: Db, limit: number): Promise<number> {
  const gone = await db.execute(sql`
    delete from ${series} where ctid = any(array(
      select ctid from ${series} where value = 0 limit ${limit} for update skip locked
    )) returning 1`);
  return gone.length;
}
