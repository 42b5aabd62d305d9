import { and, type SQL, sql } from 'drizzle-orm';
import { feedItems, posts } from '../tables/posts.ts';
import { lowerBound, upperBound } from './bounds.ts';
import type { FeedCause } from './feed-item.ts';
import type { FeedQuery } from './feed-query.ts';
import { matches } from './post-filter.store.ts';

/**
 * Feeds are read lane by lane: a lane is what one person published, or what they shared, and the index `feed_item_lane`
 * holds it in order. Each lane is read from a position on (`before_at`, `before_id`), so that a page costs the same at
 * any depth; as many rows as the page could need at most, so that no more than a page is sorted.
 */
export function lanesOf({ kinds, page, filter }: FeedQuery): SQL {
  const rows = kinds.map((kind) => {
    const before = upperBound(page.after, kind === 'POST' ? filter.until : undefined);
    return sql`(${kind}, ${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`;
  });
  return sql`(values ${sql.join(rows, sql`, `)}) as bound(kind, before_at, before_id)`;
}

type Lane = { query: FeedQuery; admitsPost: SQL | undefined; superseded: SQL };

/** The newest items of the row `lane` (`actor_id`, `kind`, `before_at`, `before_id`) that the viewer gets to see. */
export function newestOfLane({ query: { filter }, admitsPost, superseded }: Lane, limit: number): SQL {
  return sql`
    select ${feedItems.id} as id, ${feedItems.sortAt} as sort_at, ${feedItems.actorId} as actor_id,
      ${feedItems.kind} as kind, ${feedItems.postId} as post_id, null::uuid as hashtag_id
    from ${feedItems} join ${posts} on ${posts.id} = ${feedItems.postId}
    where ${and(
      sql`${feedItems.actorId} = lane.actor_id and ${feedItems.kind} = lane.kind`,
      sql`(${feedItems.sortAt}, ${feedItems.id}) < (lane.before_at, lane.before_id)`,
      sql`${feedItems.sortAt} >= ${lowerBound(filter.since).toISOString()}::timestamptz`,
      admitsPost,
      matches(filter),
      sql`not ${superseded}`,
    )}
    order by ${feedItems.sortAt} desc, ${feedItems.id} desc
    limit ${limit}`;
}

/** Newest first; the id decides between items of the same millisecond. */
export const NEWEST_FIRST = sql.raw('sort_at desc, id desc');

/** The columns of a feed item, for a statement that joins items `item` with their posts. */
export const ITEM_COLUMNS = {
  id: sql<string>`item.id`,
  sortAt: sql`item.sort_at`.mapWith(feedItems.sortAt),
  actorId: sql<string>`item.actor_id`,
  kind: sql<FeedCause>`item.kind`,
  post: posts,
};

/** The same with the hashtag by which an item is there. */
export const hashtagOfItem = sql<string | null>`item.hashtag_id`;
