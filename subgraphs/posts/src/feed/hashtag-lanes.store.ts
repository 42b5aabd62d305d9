import { isBefore } from '@nexus/kit/keyset';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { isUnlimited } from '../moderation/moderation.store.ts';
import { hashtagItems, posts } from '../tables/posts.ts';
import { shareRefs } from '../tables/projections.ts';
import { lowerBound, upperBound } from './bounds.ts';
import type { FeedQuery } from './feed-query.ts';
import { NEWEST_FIRST } from './newest-items.store.ts';
import { matches } from './post-filter.store.ts';

/** Which hashtags, a select of `hashtag_id`; which of their posts; and what is said to be the cause of them. */
type Tagged = { hashtags: SQL; admitsPost: SQL | undefined; kind: 'POST' | 'HASHTAG' };

/**
 * The newest public posts with any of the hashtags that the people of a circle (`actor`) neither wrote nor shared: as
 * many items as a page of the circle has. A post with several of them is there for the one with the lowest id alone, so
 * the lanes are disjoint, and those with the newest heads are enough, as in the circle.
 */
export function itemsOfHashtags({ hashtags, ...shown }: Tagged, query: FeedQuery): SQL {
  const limit = query.page.first + 1;
  return sql`
    with tag as materialized (${hashtags}),
    leading_tag as materialized (
      select tag.hashtag_id from tag
      cross join lateral (${newestOfTag(shown, query, 1)}) as head
      order by head.sort_at desc, head.id desc
      limit ${limit}
    )
    select newest.* from leading_tag as tag
    cross join lateral (${newestOfTag(shown, query, limit)}) as newest
    order by ${NEWEST_FIRST}
    limit ${limit}`;
}

function newestOfTag({ admitsPost, kind }: Omit<Tagged, 'hashtags'>, query: FeedQuery, limit: number): SQL {
  const { page, filter } = query;
  const before = upperBound(page.after, filter.until);
  return sql`
    select ${posts.id} as id, ${hashtagItems.sortAt} as sort_at, ${posts.authorId} as actor_id, ${kind} as kind,
      ${posts.id} as post_id, tag.hashtag_id
    from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
    where ${and(
      sql`${hashtagItems.hashtagId} = tag.hashtag_id`,
      isBefore([hashtagItems.sortAt, hashtagItems.postId], before),
      sql`${hashtagItems.sortAt} >= ${lowerBound(filter.since).toISOString()}::timestamptz`,
      eq(posts.visibility, 'PUBLIC'),
      isUnlimited(),
      admitsPost,
      matches(filter),
      sql`not ${isOfLowerTag}`,
      sql`(${posts.authorId} in (select actor.actor_id from actor)) is not true`,
      query.kinds.includes('SHARE') ? sql`not ${isSharedInCircle}` : undefined,
    )}
    order by ${hashtagItems.sortAt} desc, ${hashtagItems.postId} desc
    limit ${limit}`;
}

const isOfLowerTag = sql`exists (
  select from tag as lower_tag
  where lower_tag.hashtag_id = any(${posts.hashtagIds}) and lower_tag.hashtag_id < tag.hashtag_id)`;

const SHARES = sql`from ${shareRefs} where ${shareRefs.postId} = ${posts.id}`;
const SHARERS = sql`select actor.actor_id from actor where actor.shows_shares`;

/** Above this many shares it is cheaper to look for the people of the circle among the sharers. */
const FEW = 50;

/** The test for truth keeps Postgres from joining the circle anew for each post: it is hashed once for the statement. */
const isSharedInCircle = sql`case
  when not exists (select ${SHARES} offset ${FEW})
    then exists (select ${SHARES} and ${shareRefs.isShared} and (${shareRefs.actorId} in (${SHARERS})) is true)
  else exists (select ${SHARES} and ${shareRefs.isShared} and ${shareRefs.actorId} = any(array(${SHARERS})))
  end`;
