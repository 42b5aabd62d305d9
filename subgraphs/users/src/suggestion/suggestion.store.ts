import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, ne, type SQL, sql } from 'drizzle-orm';
import { isAwake } from '../relationship/edge.store.ts';
import { followRequests, relationships, suggestionDismissals } from '../tables/graph.ts';
import { moderations } from '../tables/moderation.ts';
import { type UserRow, users } from '../tables/users.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** Somebody whom `known` of those follow whom the viewer follows. */
export type SuggestedUser = UserRow & { known: number };
export type Suggestion = { known: number; id: string };
type Wanted = { viewerId: string; limit: number; after: Suggestion | undefined };

/** So many of those whom the viewer followed last are looked at, at so many whom each followed last. */
const FOLLOWED = 500;
const OF_EACH = 1_000;

/**
 * People whom those follow whom the viewer follows, but for whoever hides whom they follow; those whom the most of them
 * follow first. None whom the viewer follows or asked to, blocks, mutes or dismissed, none who does not want to be found.
 */
export function findSuggestedUsers(db: Db, { viewerId, limit, after }: Wanted): Promise<SuggestedUser[]> {
  const near = sql`(
    select theirs.target_id as id, count(*)::integer as known
    from (
      select ${relationships.targetId} as id
      from ${relationships} join ${users} on ${users.id} = ${relationships.targetId}
      where ${relationships.sourceId} = ${viewerId} and ${isAwake()} and not ${users.hidesFollowGraph}
      order by ${relationships.followedAt} desc, ${relationships.targetId} desc
      limit ${FOLLOWED}
    ) as followed
    cross join lateral (
      select edge.target_id from ${relationships} as edge
      where edge.source_id = followed.id and edge.is_following and not edge.is_dormant
      order by edge.followed_at desc, edge.target_id desc
      limit ${OF_EACH}
    ) as theirs
    group by theirs.target_id
  ) as near`;
  const known = sql<number>`near.known`;
  return db
    .select({ ...getTableColumns(users), known })
    .from(near)
    .innerJoin(users, eq(users.id, sql`near.id`))
    .where(
      and(
        after && sql`(near.known, near.id) < (${after.known}::integer, ${after.id}::uuid)`,
        ne(users.id, viewerId),
        mayBeSuggested(viewerId),
      ),
    )
    .orderBy(sql`near.known desc, near.id desc`)
    .limit(limit);
}

const mayBeSuggested = (viewerId: string): SQL | undefined =>
  and(
    eq(users.isDiscoverable, true),
    canViewPerson(viewerId),
    sql`not exists (
      select from ${moderations} where ${moderations.subjectId} = ${users.id} and ${moderations.isLimited})`,
    sql`not exists (
      select from ${relationships} as own
      where own.source_id = ${viewerId} and own.target_id = ${users.id}
        and (own.is_following or own.is_muting and (own.muted_until is null or own.muted_until > now())))`,
    sql`not exists (
      select from ${followRequests}
      where ${followRequests.requesterId} = ${viewerId} and ${followRequests.targetId} = ${users.id})`,
    sql`not exists (
      select from ${suggestionDismissals}
      where ${suggestionDismissals.userId} = ${viewerId} and ${suggestionDismissals.targetId} = ${users.id})`,
  );

/** Has somebody suggested to the viewer no more. */
export async function insertDismissal(tx: Db, userId: string, targetId: string): Promise<void> {
  await tx.insert(suggestionDismissals).values({ userId, targetId }).onConflictDoNothing();
}
