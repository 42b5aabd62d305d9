import { type Count, storedCounts, sumCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { relationships } from '../graph-tables.ts';
import { counting } from '../tables.ts';
import { blockedEitherWay } from '../visibility/visibility.store.ts';

/**
 * How many people each of many follows, and is followed by, as the viewer may know it: what is stored less whom a block
 * hides from the viewer. One statement, so that all of it is of one moment.
 */
export function findFollowCounts(db: Db, userIds: readonly string[], viewerId: string | undefined): Promise<Count[]> {
  const stored = storedCounts(counting, userIds);
  return sumCounts(db, viewerId === undefined ? stored : sql`${stored} union all ${lessHidden(viewerId, userIds)}`);
}

function lessHidden(viewerId: string, userIds: readonly string[]): SQL {
  const ids = sql`${sql.param([...userIds])}::uuid[]`;
  const isAwake = sql`follow.is_following and not follow.is_dormant`;
  // `offset 0` keeps each a look-up for every hidden person: joined, all of them might be sorted for it.
  return sql`
    select followed.id, 'followers', -1
    from (${blockedEitherWay(viewerId)}) hidden, lateral (
      select follow.target_id as id from ${relationships} follow
      where follow.source_id = hidden.id and follow.target_id = any(${ids}) and ${isAwake} offset 0
    ) followed
    union all
    select follower.id, 'following', -1
    from (${blockedEitherWay(viewerId)}) hidden, lateral (
      select follow.source_id as id from ${relationships} follow
      where follow.target_id = hidden.id and follow.source_id = any(${ids}) and ${isAwake} offset 0
    ) follower`;
}
