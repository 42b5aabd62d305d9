import type { Db } from '@nexus/kit/database';
import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import { isBelow, isSteady } from '../explore/ranked.store.ts';
import type { RankedItem, RankedPage } from '../explore/ranked-page.ts';
import { isWanted } from '../feedback/feedback.store.ts';
import { engagements, hashtagFollows } from '../tables/discovery.ts';
import { posts } from '../tables/posts.ts';
import { pageOfCircle } from './circle-feed.store.ts';
import type { FeedItem } from './feed-item.ts';
import type { HomeFeedQuery } from './feed-query.ts';
import { type FeedRules, rulesOfReading } from './feed-rules.store.ts';
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
  return db
    .select({ ...ITEM_COLUMNS, hashtagId: hashtagOfItem })
    .from(sql`${homeItems(query, rules)} as item`)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}

/** The items of one page of the newest first in the order of their posts' ranks, but for what the viewer does not want. */
export function findRankedHomeFeed(db: Db, newest: HomeFeedQuery, page: RankedPage): Promise<RankedItem[]> {
  const ranked = sql`(
    select candidate.*, ${engagements.rank} as rank
    from ${homeItems(newest, rulesOfReading(newest.viewerId))} as candidate
    join ${engagements} on ${engagements.postId} = candidate.post_id
    join ${posts} on ${posts.id} = candidate.post_id
    where ${and(isBelow(page), isSteady(page), isWanted(newest.viewerId))}
    order by ${engagements.rank} desc, ${engagements.postId} desc
    limit ${page.first + 1}
  ) as item`;
  return db
    .select({ ...ITEM_COLUMNS, hashtagId: hashtagOfItem, rank: sql<number>`item.rank` })
    .from(ranked)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.rank desc, item.post_id desc`);
}

function homeItems(query: HomeFeedQuery, rules: FeedRules): SQL {
  const { viewerId, includeOwn, includeHashtags } = query;
  const people = sql`${followedBy(viewerId, rules)} union all select ${viewerId}::uuid, true where ${includeOwn}`;
  const hashtags = sql`
    select ${hashtagFollows.hashtagId} as hashtag_id from ${hashtagFollows} where ${hashtagFollows.userId} = ${viewerId}`;
  const admitsPost = and(rules.admitsPost, ne(posts.authorId, viewerId));
  const tagged = includeHashtags ? itemsOfHashtags({ hashtags, admitsPost, kind: 'HASHTAG' }, query) : undefined;
  return pageOfCircle({ people, ...rules, ...(tagged && { besides: tagged }) }, query);
}
