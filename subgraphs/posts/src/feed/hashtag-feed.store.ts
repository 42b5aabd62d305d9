import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { isUnlimited } from '../moderation/moderation.store.ts';
import { hashtagItems, posts } from '../tables/posts.ts';
import { relEdges } from '../tables/projections.ts';
import { lowerBound, upperBound } from './bounds.ts';
import type { FeedItemOf } from './feed-item.ts';
import type { FeedQuery } from './feed-query.ts';
import { rulesOfReading } from './feed-rules.store.ts';
import { ITEM_COLUMNS } from './newest-items.store.ts';
import { matches } from './post-filter.store.ts';

/** One page of the posts of each of the hashtags, and one post more of each. */
export function findHashtagFeeds(db: Db, hashtagIds: readonly string[], query: FeedQuery): Promise<FeedItemOf[]> {
  const { viewerId, page, filter } = query;
  const before = upperBound(page.after, filter.until);
  const items = sql`(
    select hashtag.id as hashtag_id, newest.* from unnest(${uuids(hashtagIds)}) as hashtag(id)
    cross join lateral (
      select ${posts.id} as id, ${hashtagItems.sortAt} as sort_at, ${posts.authorId} as actor_id, 'POST' as kind
      from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
      where ${and(
        sql`${hashtagItems.hashtagId} = hashtag.id`,
        isBefore([hashtagItems.sortAt, hashtagItems.postId], before),
        sql`${hashtagItems.sortAt} >= ${lowerBound(filter.since).toISOString()}::timestamptz`,
        rulesOfReading(viewerId).admitsPost,
        isInHashtags(viewerId),
        matches(filter),
      )}
      order by ${hashtagItems.sortAt} desc, ${hashtagItems.postId} desc
      limit ${page.first + 1}
    ) as newest
  ) as item`;
  return db
    .select({ ...ITEM_COLUMNS, feedOf: sql<string>`item.hashtag_id` })
    .from(items)
    .innerJoin(posts, eq(posts.id, sql`item.id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}

/** What moderators limited is under no hashtag but for its author and their followers. */
function isInHashtags(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return isUnlimited();
  const isFollowed = sql`exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} = ${posts.authorId} and ${relEdges.isFollowing})`;
  return or(isUnlimited(), eq(posts.authorId, viewerId), isFollowed);
}
