import type { Db } from '@nexus/kit/database';
import { eq, sql } from 'drizzle-orm';
import { posts } from '../tables.ts';
import { pageOfCircle } from './circle-feed.store.ts';
import type { FeedItem } from './feed-item.ts';
import type { HomeFeedQuery } from './feed-query.ts';
import { rulesOfReading } from './feed-rules.store.ts';
import { followedBy } from './followed.store.ts';
import { ITEM_COLUMNS } from './newest-items.store.ts';

/** One page of what the people the viewer follows published and shared, and one item more. */
export function findHomeFeed(
  db: Db,
  query: HomeFeedQuery,
  rules = rulesOfReading(query.viewerId),
): Promise<FeedItem[]> {
  const { viewerId, includeOwn } = query;
  const people = sql`${followedBy(viewerId, rules)} union all select ${viewerId}::uuid, true where ${includeOwn}`;
  return db
    .select(ITEM_COLUMNS)
    .from(sql`${pageOfCircle({ people, ...rules }, query)} as item`)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}
