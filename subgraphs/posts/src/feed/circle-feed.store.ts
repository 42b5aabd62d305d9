import { uuids } from '@nexus/kit/array-params';
import { type SQL, sql } from 'drizzle-orm';
import type { FeedQuery } from './feed-query.ts';
import { lanesOf, NEWEST_FIRST, newestOfLane } from './newest-items.store.ts';
import { isSharedLater } from './shared-later.store.ts';

/**
 * Of whom a feed is made: a select of `actor_id` and of whether it `shows_shares`; which of their posts it shows; and
 * what it shows `besides`, a select of as many items of the same columns that may look at the people as `actor`.
 */
type Circle = { people: SQL; admitsPost: SQL | undefined; besides?: SQL };

/**
 * One page of what the people of a circle published and shared, and one item more.
 *
 * No more lanes can have a part in a page than it has items, and these are the lanes with the newest heads. So all
 * lanes are asked for their first item, and only the best of them for a whole page.
 */
export function pageOfCircle({ people, admitsPost, besides }: Circle, query: FeedQuery): SQL {
  const limit = query.page.first + 1;
  const lane = { query, admitsPost, superseded: isSharedLater(query) };
  return sql`(
    with actor as materialized (${people}),
    actor_lane as materialized (
      select actor.actor_id, bound.kind, bound.before_at, bound.before_id
      from actor join ${lanesOf(query)} on (bound.kind = 'POST' or actor.shows_shares) and (${isAskedFor(query)})
    ),
    leading_lane as materialized (
      select lane.* from actor_lane as lane
      cross join lateral (${newestOfLane(lane, 1)}) as head
      order by head.sort_at desc, head.id desc
      limit ${limit}
    )
    select newest.* from leading_lane as lane
    cross join lateral (${newestOfLane(lane, limit)}) as newest
    ${besides ? sql`union all (${besides})` : sql``}
    order by ${NEWEST_FIRST}
    limit ${limit}
  )`;
}

function isAskedFor({ filter: { authorIds } }: FeedQuery): SQL {
  if (!authorIds) return sql`true`;
  return sql`bound.kind = 'SHARE' or actor.actor_id = any(${uuids(authorIds)})`;
}
