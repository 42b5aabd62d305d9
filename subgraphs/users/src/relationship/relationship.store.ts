import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { followRequests, relationships } from '../tables/graph.ts';

/** How the viewer and one other person stand to each other. */
export type Mutual = {
  userId: string;
  isFollowing: boolean;
  isFollowedBy: boolean;
  hasPendingRequest: boolean;
  isBlocking: boolean;
  isMuting: boolean;
  mutedUntil: Date | null;
  notifyOnPost: boolean;
  showShares: boolean | null;
};

/** How the viewer and each of many people stand to each other, in one statement. */
export async function findRelationships(db: Db, viewerId: string, userIds: readonly string[]): Promise<Mutual[]> {
  const rows = await db.execute<Mutual & { mutedUntil: string | null }>(sql`
    select
      person.id as "userId",
      coalesce(own.is_following, false) as "isFollowing",
      coalesce(theirs.is_following, false) as "isFollowedBy",
      request.id is not null as "hasPendingRequest",
      coalesce(own.is_blocking, false) as "isBlocking",
      mute.since is not null as "isMuting",
      mute.until as "mutedUntil",
      coalesce(own.is_following and own.notify_on_post, false) as "notifyOnPost",
      case when own.is_following then own.show_shares end as "showShares"
    from unnest(${uuids(userIds)}) as person(id)
    left join ${relationships} own on own.source_id = ${viewerId} and own.target_id = person.id
    left join ${relationships} theirs on theirs.source_id = person.id and theirs.target_id = ${viewerId}
    left join ${followRequests} request on request.requester_id = ${viewerId} and request.target_id = person.id
    left join lateral (
      select own.muted_at as since, own.muted_until as until
      where own.is_muting and (own.muted_until is null or own.muted_until > now())
    ) mute on true`);
  return rows.map((row) => ({ ...row, mutedUntil: row.mutedUntil === null ? null : new Date(row.mutedUntil) }));
}
