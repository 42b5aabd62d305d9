import { type SQL, sql } from 'drizzle-orm';
import { relEdges } from '../tables/projections.ts';
import type { FeedRules } from './feed-rules.store.ts';

/** The people whom the viewer follows, as a circle. */
export function followedBy(viewerId: string, { admitsPerson }: FeedRules): SQL {
  return sql`
    select followed.actor_id, followed.shows_shares
    from (
      select ${relEdges.targetId} as actor_id, ${relEdges.showShares} as shows_shares
      from ${relEdges}
      where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} <> ${viewerId} and ${relEdges.isFollowing}
    ) as followed
    where ${admitsPerson(sql`followed.actor_id`) ?? sql`true`}`;
}
