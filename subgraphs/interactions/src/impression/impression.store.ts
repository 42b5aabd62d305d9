import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { impressions } from '../tables/analytics.ts';
import { postRefs, relEdges, userRefs } from '../tables/projections.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

export type Surface = (typeof impressions.$inferSelect)['surface'];

/** One post in sight of one person. */
export type Seen = { postId: string; viewerId: string; surface: Surface; dwellMs: number | null };
type Counted = Pick<Seen, 'postId' | 'viewerId'>;

/**
 * Writes what many people saw in one statement; returns what counts: each post once a day for each viewer, not to its
 * author, and only if the viewer may see it. Ordered, so that two processes never wait for each other in a circle.
 */
export async function insertImpressions(db: Db, seen: readonly Seen[]): Promise<Counted[]> {
  const column = <Value>(pick: (one: Seen) => Value) => sql.param(seen.map(pick));
  const viewer = sql`s.viewer_id`;
  const isFollower = sql`exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${viewer} and ${relEdges.targetId} = ${postRefs.authorId} and ${relEdges.isFollowing}
  )`;
  // With `not exists` Postgres reads all impressions there are once it expects many rows.
  const isFirst = sql`(
    select count(*) = 0 from (
      select from ${impressions} e where e.post_id = s.post_id and e.viewer_id = ${viewer} limit 1
    ) as earlier
  )`;
  const isInUse = sql`exists (select from ${userRefs} where ${userRefs.id} = ${viewer} and ${userRefs.state} = 'ACTIVE')`;
  const rows = await db.execute<Counted>(sql`
    insert into ${impressions} (post_id, viewer_id, day, surface, dwell_ms, is_first, is_by_follower, seen_at)
    select ${postRefs.id}, ${viewer}, (now() at time zone 'UTC')::date, s.surface, s.dwell_ms,
      ${isFirst}, ${isFollower}, now()
    from (
      select distinct on (post_id, viewer_id) * from unnest(
        ${column((one) => one.postId)}::uuid[], ${column((one) => one.viewerId)}::uuid[],
        ${column((one) => one.surface)}::text[], ${column((one) => one.dwellMs)}::integer[]
      ) as given(post_id, viewer_id, surface, dwell_ms)
      order by post_id, viewer_id, dwell_ms desc nulls last
    ) as s
    join ${postRefs} on ${postRefs.id} = s.post_id
    where ${postRefs.id} = any(${column((one) => one.postId)}::uuid[]) and ${postRefs.authorId} <> ${viewer} and ${isInUse} and ${canViewPost(viewer)}
    order by s.post_id, ${viewer}
    on conflict do nothing
    returning post_id as "postId", viewer_id as "viewerId"`);
  return [...rows];
}

/** Deletes some of the impressions that are settled: series keep what they counted. Returns how many. */
export async function deleteSettledImpressions(db: Db, limit: number): Promise<number> {
  // A day later than they are settled, for whoever recounts over midnight.
  const gone = await db.execute(sql`
    delete from ${impressions} where ctid = any(array(
      select ctid from ${impressions} where day < (interactions.unsettled_since() at time zone 'UTC')::date - 1
      limit ${limit} for update skip locked
    )) returning 1`);
  return gone.length;
}

/** Deletes at most `limit` impressions of a post; returns how many. */
export async function deleteImpressionsOf(tx: Db, postId: string, limit: number): Promise<number> {
  const gone = await tx.execute(sql`
    delete from ${impressions} where ctid = any(array(
      select ctid from ${impressions} where post_id = ${postId} limit ${limit} for update skip locked
    )) returning 1`);
  return gone.length;
}
