import { type SQL, sql } from 'drizzle-orm';
import { showsFollows } from '../discoverability/discoverability.store.ts';
import type { FeedRules } from '../feed/feed-rules.store.ts';
import { relEdges } from '../tables/projections.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** So many of those whom the viewer followed last are looked at, at so many whom each follows; so many are suggested. */
const FOLLOWED = 500;
const OF_EACH = 1_000;
const NEARBY = 1_000;

/**
 * The people whom those follow whom the viewer follows, but for whoever the viewer follows themselves: the ones that the
 * most of them follow, as a circle. Nothing is told of whom somebody follows who hides it, or whose account is not in use.
 */
export function nearby(viewerId: string, { admitsPerson }: FeedRules): SQL {
  return sql`
    select near.actor_id, false as shows_shares from (
      select theirs.target_id as actor_id
      from (
        select ${relEdges.targetId} as id from ${relEdges}
        where ${relEdges.sourceId} = ${viewerId} and ${relEdges.isFollowing}
          and ${canViewPerson(relEdges.targetId, viewerId)} and ${showsFollows(relEdges.targetId)}
        order by ${relEdges.followedAt} desc nulls last
        limit ${FOLLOWED}
      ) as followed
      cross join lateral (
        select edge.target_id from ${relEdges} as edge
        where edge.source_id = followed.id and edge.is_following
          and edge.target_id <> ${viewerId} and edge.target_id not in (${followedIds(viewerId)})
        limit ${OF_EACH}
      ) as theirs
      group by theirs.target_id
      order by count(*) desc, theirs.target_id
      limit ${NEARBY}
    ) as near
    where ${admitsPerson(sql`near.actor_id`) ?? sql`true`}`;
}

/** Uncorrelated: read once for a statement. */
export const followedIds = (viewerId: string): SQL => sql`
  select own.target_id from ${relEdges} as own where own.source_id = ${viewerId} and own.is_following`;
