import type { Count } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { relationships } from '../graph-tables.ts';
import { counterDeltas, counters } from '../tables.ts';
import { blockedEitherWay } from '../visibility/visibility.store.ts';

type FollowCount = Pick<Count, 'subjectId' | 'value'> & { name: string };

/**
 * How many people each of many follows, and is followed by, as the viewer may know it: the counters, their deltas, and
 * from these taken away whom a block hides from the viewer. One statement, so that all of it is of one moment.
 */
export async function findFollowCounts(
  db: Db,
  userIds: readonly string[],
  viewerId: string | undefined,
): Promise<FollowCount[]> {
  const ids = sql`${sql.param([...userIds])}::uuid[]`;
  const rows = await db.execute<FollowCount>(sql`
    select subject_id as "subjectId", name, sum(value)::integer as value
    from (
      select subject_id, name, value from ${counters} where subject_id = any(${ids})
      union all
      select subject_id, name, value from ${counterDeltas} where subject_id = any(${ids})
      ${viewerId === undefined ? sql`` : lessHidden(viewerId, ids)}
    ) as counted
    where name in ('followers', 'following')
    group by subject_id, name`);
  return [...rows];
}

function lessHidden(viewerId: string, ids: SQL): SQL {
  return sql`
    union all
    select follow.target_id, 'followers', -1
    from (${blockedEitherWay(viewerId)}) hidden
    join ${relationships} follow on follow.source_id = hidden.id and follow.target_id = any(${ids})
    where follow.is_following and not follow.is_dormant
    union all
    select follow.source_id, 'following', -1
    from (${blockedEitherWay(viewerId)}) hidden
    join ${relationships} follow on follow.target_id = hidden.id and follow.source_id = any(${ids})
    where follow.is_following and not follow.is_dormant`;
}
