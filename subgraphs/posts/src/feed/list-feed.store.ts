import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, eq, sql } from 'drizzle-orm';
import { posts } from '../tables/posts.ts';
import { listMembers } from '../tables/projections.ts';
import { pageOfCircle } from './circle-feed.store.ts';
import type { FeedItemOf } from './feed-item.ts';
import type { FeedQuery } from './feed-query.ts';
import { rulesOfReading } from './feed-rules.store.ts';
import { ITEM_COLUMNS } from './newest-items.store.ts';

/** One page of what the people on each of the lists published and shared, and one item more of each. */
export function findListFeeds(db: Db, listIds: readonly string[], query: FeedQuery): Promise<FeedItemOf[]> {
  const rules = rulesOfReading(query.viewerId);
  const people = sql`
    select ${listMembers.userId} as actor_id, true as shows_shares
    from ${listMembers}
    where ${and(
      sql`${listMembers.listId} = list.id and ${listMembers.isMember}`,
      rules.admitsPerson(listMembers.userId),
    )}`;
  const items = sql`(
    select list.id as list_id, page.* from unnest(${uuids(listIds)}) as list(id)
    cross join lateral ${pageOfCircle({ people, ...rules }, query)} as page
  ) as item`;
  return db
    .select({ ...ITEM_COLUMNS, feedOf: sql<string>`item.list_id` })
    .from(items)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}
