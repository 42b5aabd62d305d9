import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { eq, type SQL, sql } from 'drizzle-orm';
import { isPinnedBy } from '../pin/pin.store.ts';
import { feedItems, posts } from '../tables/posts.ts';
import { shareRefs } from '../tables/projections.ts';
import type { FeedItemOf } from './feed-item.ts';
import type { AuthorFeedQuery } from './feed-query.ts';
import { rulesOfVisit } from './feed-rules.store.ts';
import { ITEM_COLUMNS, lanesOf, NEWEST_FIRST, newestOfLane } from './newest-items.store.ts';

/** One page of what each of the authors published, and shared if asked for, and one item more of each. */
export function findAuthorFeeds(db: Db, authorIds: readonly string[], query: AuthorFeedQuery): Promise<FeedItemOf[]> {
  const limit = query.page.first + 1;
  const { admitsPost, admitsPerson } = rulesOfVisit(query.viewerId);
  const lane = { query, admitsPost, superseded: supersededBy(query) };
  const items = sql`(
    select of_author.* from unnest(${uuids(authorIds)}) as author(id)
    cross join lateral (
      select newest.* from (select author.id as actor_id, bound.* from ${lanesOf(query)} where ${admitsPerson(sql`author.id`)}) as lane
      cross join lateral (${newestOfLane(lane, limit)}) as newest
      order by ${NEWEST_FIRST}
      limit ${limit}
    ) as of_author
  ) as item`;
  return db
    .select({ ...ITEM_COLUMNS, feedOf: ITEM_COLUMNS.actorId })
    .from(items)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}

/** Whoever shares or pins a post of their own shows it once: where they shared it, or before all others. */
function supersededBy(query: AuthorFeedQuery): SQL {
  const isPinned = query.pinnedFirst ? isPinnedBy(sql`lane.actor_id`, feedItems.postId) : sql`false`;
  return sql`(${isPinned} or ${isSharedBy(query)})`;
}

function isSharedBy({ kinds }: AuthorFeedQuery): SQL {
  if (!kinds.includes('SHARE')) return sql`false`;
  return sql`(lane.kind = 'POST' and exists (
    select from ${shareRefs}
    where ${shareRefs.actorId} = lane.actor_id and ${shareRefs.postId} = ${feedItems.postId} and ${shareRefs.isShared}))`;
}
