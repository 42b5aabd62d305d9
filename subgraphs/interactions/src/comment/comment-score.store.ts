import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { commentScoreDeltas, comments } from '../tables/facts.ts';

/**
 * Changes a comment's score in the transaction of the reaction or reply: in its row when nobody holds it, in a delta
 * row otherwise. Repliers hold 'key share' on the row they reply to, so the lock is the one that goes along with it.
 */
export async function changeScore(tx: Db, commentId: string, value: number): Promise<void> {
  await tx.execute(sql`
    with free as (
      select id from ${comments} where id = ${commentId} for no key update skip locked
    ), changed as (
      update ${comments} c set score = c.score + ${value}, fell_in = ${fallenBy(sql`${value}::integer`)} from free where c.id = free.id returning 1
    )
    insert into ${commentScoreDeltas} (comment_id, value)
    select ${commentId}::uuid, ${value}::integer where not exists (select from changed)`);
}

const fallenBy = (value: SQL): SQL => sql`case when ${value} < 0 then pg_current_xact_id() else c.fell_in end`;

/** Adds to the score of each comment as often as it is named, for imports and removals: always as deltas. */
export async function addScores(tx: Db, commentIds: readonly string[], value: 1 | -1 = 1): Promise<void> {
  if (commentIds.length === 0) return;
  await tx.execute(sql`
    insert into ${commentScoreDeltas} (comment_id, value)
    select id, ${value} * count(*)::integer from unnest(${uuids(commentIds)}) as commented(id) group by id`);
}

export const FOLD_BATCH = 10_000;

/**
 * Adds waiting deltas to the comments that nobody holds now; returns how many. It never waits, so it cannot be part of
 * a deadlock. Deltas of comments that are gone are dropped.
 */
export async function foldScores(db: Db): Promise<number> {
  const [folded] = await db.execute<{ folded: number }>(sql`
    with waiting as (
      select id, comment_id from ${commentScoreDeltas} order by id limit ${FOLD_BATCH} for update skip locked
    ), free as (
      select id from ${comments} where id in (select comment_id from waiting) for no key update skip locked
    ), taken as (
      delete from ${commentScoreDeltas} d using waiting
      where d.id = waiting.id and (
        waiting.comment_id in (select id from free)
        or not exists (select from ${comments} c where c.id = waiting.comment_id)
      )
      returning d.comment_id, d.value
    ), summed as (
      select comment_id, sum(value)::integer as value from taken group by comment_id
    ), changed as (
      update ${comments} c set score = c.score + summed.value, fell_in = ${fallenBy(sql`summed.value`)} from summed where c.id = summed.comment_id
    )
    select count(*)::integer as folded from taken`);
  return folded?.folded ?? 0;
}
