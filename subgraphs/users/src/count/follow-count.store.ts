import { uuids } from '@nexus/kit/array-params';
import { type Count, changeCount, changeCounts, storedCounts, sumCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import type { Ends } from '../relationship/edge.store.ts';
import { counting } from '../tables/counts.ts';
import { relationships } from '../tables/graph.ts';
import { blockedEitherWay } from '../visibility/visibility.store.ts';

/** The two lists of a person; the counters have the same names. */
export type FollowList = 'followers' | 'following';

/** Counts a follow (1) or its end (-1) on both sides. */
export async function countFollow(tx: Db, edge: Ends, value: 1 | -1): Promise<void> {
  // Neither waits for a lock, so both can be on their way at once.
  await Promise.all(countsOf(edge, value).map((count) => changeCount(tx, counting, count)));
}

/** Counts many follows at once, or the end of many, each on both sides. */
export async function countManyFollows(tx: Db, edges: readonly Ends[], value: 1 | -1 = 1): Promise<void> {
  await changeCounts(
    tx,
    counting,
    edges.flatMap((edge) => countsOf(edge, value)),
  );
}

const countsOf = ({ sourceId, targetId }: Ends, value: 1 | -1) => [
  { subjectId: sourceId, name: 'following' satisfies FollowList, value },
  { subjectId: targetId, name: 'followers' satisfies FollowList, value },
];

/**
 * How many people each of many follows, and is followed by, as the viewer may know it: what is stored less whom a block
 * hides from the viewer. One statement, so that all of it is of one moment.
 */
export function findFollowCounts(db: Db, userIds: readonly string[], viewerId: string | undefined): Promise<Count[]> {
  const stored = storedCounts(counting, userIds);
  return sumCounts(db, viewerId === undefined ? stored : sql`${stored} union all ${lessHidden(viewerId, userIds)}`);
}

function lessHidden(viewerId: string, userIds: readonly string[]): SQL {
  const ids = uuids(userIds);
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
