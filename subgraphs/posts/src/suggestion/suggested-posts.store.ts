import type { Db } from '@nexus/kit/database';
import { and, eq, sql } from 'drizzle-orm';
import { isRecommendable } from '../explore/recommendable.store.ts';
import { pageOfCircle } from '../feed/circle-feed.store.ts';
import type { FeedCause, FeedItem } from '../feed/feed-item.ts';
import type { FeedQuery } from '../feed/feed-query.ts';
import { rulesOfReading } from '../feed/feed-rules.store.ts';
import { followedBy } from '../feed/followed.store.ts';
import { ITEM_COLUMNS } from '../feed/newest-items.store.ts';
import { posts } from '../tables/posts.ts';
import { followedIds, nearby } from './nearby.store.ts';

export type SuggestionQuery = FeedQuery & { viewerId: string; includeFollowed: boolean };

/** One page of recommended posts by people whom those follow whom the viewer follows, the newest first, and one item more. */
export function findSuggestedPosts(db: Db, query: SuggestionQuery): Promise<FeedItem[]> {
  const { viewerId, includeFollowed } = query;
  const rules = rulesOfReading(viewerId);
  const people = sql`
    select * from (${nearby(viewerId, rules)}) as near
    union all
    select * from (${followedBy(viewerId, rules)}) as followed where ${includeFollowed}`;
  const circle = { people, admitsPost: and(isRecommendable(viewerId), sql`${posts.authorId} <> ${viewerId}`) };
  const kind = sql<FeedCause>`case when item.actor_id in (${followedIds(viewerId)}) then 'POST' else 'RECOMMENDED' end`;
  return db
    .select({ ...ITEM_COLUMNS, kind })
    .from(sql`${pageOfCircle(circle, query)} as item`)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}
