import type { Db } from '@nexus/kit/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import { hashtagFollows } from '../discovery-tables.ts';
import { posts } from '../tables.ts';
import { pageOfCircle } from './circle-feed.store.ts';
import type { FeedItem } from './feed-item.ts';
import type { HomeFeedQuery } from './feed-query.ts';
import { rulesOfReading } from './feed-rules.store.ts';
import { followedBy } from './followed.store.ts';
import { itemsOfHashtags } from './hashtag-lanes.store.ts';
import { hashtagOfItem, ITEM_COLUMNS } from './newest-items.store.ts';

/**
 * One page of what the people the viewer follows published and shared, and of the public posts with hashtags that the
 * viewer follows, and one item more.
 */
export function findHomeFeed(
  db: Db,
  query: HomeFeedQuery,
  rules = rulesOfReading(query.viewerId),
): Promise<FeedItem[]> {
  const { viewerId, includeOwn, includeHashtags } = query;
  const people = sql`${followedBy(viewerId, rules)} union all select ${viewerId}::uuid, true where ${includeOwn}`;
  const hashtags = sql`
    select ${hashtagFollows.hashtagId} as hashtag_id from ${hashtagFollows} where ${hashtagFollows.userId} = ${viewerId}`;
  const admitsPost = and(rules.admitsPost, ne(posts.authorId, viewerId));
  const tagged = includeHashtags ? itemsOfHashtags({ hashtags, admitsPost, kind: 'HASHTAG' }, query) : undefined;
  return db
    .select({ ...ITEM_COLUMNS, hashtagId: hashtagOfItem })
    .from(sql`${pageOfCircle({ people, ...rules, ...(tagged && { besides: tagged }) }, query)} as item`)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}
