import { type SQL, sql } from 'drizzle-orm';
import { feedItems } from '../tables/posts.ts';
import { shareRefs } from '../tables/projections.ts';
import type { FeedQuery } from './feed-query.ts';

/** Above this many later shares it is cheaper to look for the people of the circle among the sharers. */
const FEW = 50;

/**
 * Whether the post of an item of `feed_item` was shared later within the same circle (`actor`): it is there only once, at
 * its newest item. Whatever is newer than another item of the same post is a share, since no share is older than its
 * post. A post that a million shared costs no more than the circle has people; one that hardly anybody shared, next to
 * nothing.
 */
export function isSharedLater(query: FeedQuery): SQL {
  if (!query.kinds.includes('SHARE')) return sql`false`;
  return sql`case
    when not exists (select ${LATER_SHARES} offset ${FEW})
      then exists (select ${LATER_SHARES} and ${IS_BY_SHARER})
    else exists (
      select from ${shareRefs}
      where ${shareRefs.postId} = ${feedItems.postId} and ${shareRefs.actorId} = any(array(${SHARERS}))
        and ${shareRefs.isShared}
        and (${shareRefs.sortAt}, ${shareRefs.shareId}) > (${feedItems.sortAt}, ${feedItems.id}))
    end`;
}

const LATER_SHARES = sql`
  from ${feedItems} as later
  where later.post_id = ${feedItems.postId} and (later.sort_at, later.id) > (${feedItems.sortAt}, ${feedItems.id})`;

const SHARERS = sql`select actor.actor_id from actor where actor.shows_shares`;

/** The test for truth keeps Postgres from joining the circle anew for each item: it is hashed once for the statement. */
const IS_BY_SHARER = sql`(later.actor_id in (${SHARERS})) is true`;
