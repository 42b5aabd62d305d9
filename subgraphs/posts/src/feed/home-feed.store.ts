import type { Db } from '@nexus/kit/database';
import { eq, type SQL, sql } from 'drizzle-orm';
import { posts, relEdges } from '../tables.ts';
import type { FeedItem } from './feed-item.ts';
import type { HomeFeedQuery } from './feed-query.ts';
import { ITEM_COLUMNS, lanesOf, NEWEST_FIRST, newestOfLane } from './newest-items.store.ts';
import { isSharedLater } from './shared-later.store.ts';

/**
 * One page of what the people the viewer follows published and shared, and one item more.
 *
 * No more lanes can have a part in a page than it has items, and these are the lanes with the newest heads. So all
 * lanes are asked for their first item, and only the best of them for a whole page.
 */
export function findHomeFeed(db: Db, query: HomeFeedQuery): Promise<FeedItem[]> {
  const limit = query.page.first + 1;
  const superseded = isSharedLater(query);
  const page = sql`(
    with followed_lane as materialized (${followedLanes(query)}),
    leading_lane as materialized (
      select lane.* from followed_lane as lane
      cross join lateral (${newestOfLane(query, superseded, 1)}) as head
      order by head.sort_at desc, head.id desc
      limit ${limit}
    )
    select newest.* from leading_lane as lane
    cross join lateral (${newestOfLane(query, superseded, limit)}) as newest
    order by ${NEWEST_FIRST}
    limit ${limit}
  ) as item`;
  return db
    .select(ITEM_COLUMNS)
    .from(page)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}

function followedLanes(query: HomeFeedQuery): SQL {
  const { viewerId, includeOwn, filter } = query;
  const isAskedFor = filter.authorIds
    ? sql`bound.kind = 'SHARE' or followed.actor_id = any(${sql.param([...filter.authorIds])}::uuid[])`
    : sql`true`;
  return sql`
    select followed.actor_id, bound.kind, bound.before_at, bound.before_id
    from (
      select ${relEdges.targetId} as actor_id, ${relEdges.showShares} as show_shares
      from ${relEdges}
      where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} <> ${viewerId} and ${relEdges.isFollowing}
      union all
      select ${viewerId}::uuid, true where ${includeOwn}
    ) as followed
    join ${lanesOf(query)} on (bound.kind = 'POST' or followed.show_shares) and (${isAskedFor})`;
}
