import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { followRequests, type RelationshipRow, relationships } from '../../tables/graph.ts';
import { users } from '../../tables/users.ts';
import { tryLockPairs } from '../pair.store.ts';

/** Those who wait for a person to let them follow, the longest waiting first. */
export async function findWaiting(tx: Db, targetId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: followRequests.requesterId })
    .from(followRequests)
    .where(eq(followRequests.targetId, targetId))
    .orderBy(asc(followRequests.createdAt), asc(followRequests.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Lets up to `limit` of those who wait follow a person; passes over those with whom something else is going on. */
export async function acceptWaiting(tx: Db, targetId: string, limit: number): Promise<RelationshipRow[]> {
  const free = await tryLockPairs(tx, targetId, await findWaiting(tx, targetId, limit));
  if (free.length === 0) return [];
  const accepted = await tx.execute<{ sourceId: string }>(sql`
    with accepted as (
      delete from ${followRequests} where target_id = ${targetId} and requester_id = any(${uuids(free)})
      returning requester_id, target_id, show_shares, notify_on_post
    )
    insert into ${relationships} as edge
      (source_id, target_id, is_following, followed_at, is_dormant, show_shares, notify_on_post)
    select requester_id, target_id, true, now(), requester.state <> 'ACTIVE', show_shares, notify_on_post
    from accepted join ${users} requester on requester.id = requester_id
    on conflict (source_id, target_id) do update set
      is_following = true, followed_at = now(), is_dormant = excluded.is_dormant, show_shares = excluded.show_shares,
      notify_on_post = excluded.notify_on_post, changed_at = now(), version = edge.version + 1
    returning source_id as "sourceId"`);
  const sources = accepted.map(({ sourceId }) => sourceId);
  return await tx
    .select(getTableColumns(relationships))
    .from(relationships)
    .where(sql`${relationships.targetId} = ${targetId} and ${relationships.sourceId} = any(${uuids(sources)})`);
}
