import { type SQL, sql } from 'drizzle-orm';
import { feedItems, relEdges, shareRefs } from '../tables.ts';
import type { HomeFeedQuery } from './feed-query.ts';

/** Above this many later shares it is cheaper to look for the people the viewer follows among the sharers. */
const FEW = 50;

/**
 * Whether the post of an item of `feed_item` was shared later within the same home feed: it is there only once, at its
 * newest item. Whatever is newer than another item of the same post is a share, since no share is older than its post.
 * A post that a million shared costs no more than the viewer's follows; one that hardly anybody shared, next to nothing.
 */
export function isSharedLater(query: HomeFeedQuery): SQL {
  if (!query.kinds.includes('SHARE')) return sql`false`;
  return sql`case
    when not exists (select ${LATER_SHARES} offset ${FEW}) then exists (select ${LATER_SHARES} and ${isByActor(query)})
    else exists (
      select from ${shareRefs}
      where ${shareRefs.postId} = ${feedItems.postId} and ${shareRefs.actorId} = any(${actorsOf(query)})
        and ${shareRefs.isShared}
        and (${shareRefs.sortAt}, ${shareRefs.shareId}) > (${feedItems.sortAt}, ${feedItems.id}))
    end`;
}

const LATER_SHARES = sql`
  from ${feedItems} as later
  where later.post_id = ${feedItems.postId} and (later.sort_at, later.id) > (${feedItems.sortAt}, ${feedItems.id})`;

const isByActor = ({ viewerId, includeOwn }: HomeFeedQuery) => sql`
  (${includeOwn} and later.actor_id = ${viewerId} or exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} = later.actor_id
      and ${relEdges.isFollowing} and ${relEdges.showShares}))`;

const actorsOf = ({ viewerId, includeOwn }: HomeFeedQuery) => sql`array(
  select ${relEdges.targetId} from ${relEdges}
  where ${relEdges.sourceId} = ${viewerId} and ${relEdges.isFollowing} and ${relEdges.showShares}
  union all
  select ${viewerId}::uuid where ${includeOwn})`;
