import type { ListMembership } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { HOT_SECONDS } from '@nexus/kit/hot/store';
import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { listMembers, lists, type RelationshipRow, relationships } from '../tables/graph.ts';
import { type ModerationRow, moderations } from '../tables/moderation.ts';
import { type UserRow, users } from '../tables/users.ts';

const isFresh = (changedAt: SQLWrapper) => sql`${changedAt} > now() - make_interval(secs => ${HOT_SECONDS})`;

/** All edges that changed in the last minute. */
export function findFreshEdges(db: Db): Promise<RelationshipRow[]> {
  return db.select().from(relationships).where(isFresh(relationships.changedAt));
}

/** Those of or to one person. */
export function findFreshEdgesOf(db: Db, userId: string): Promise<RelationshipRow[]> {
  const isTheirs = or(eq(relationships.sourceId, userId), eq(relationships.targetId, userId));
  return db
    .select()
    .from(relationships)
    .where(and(isFresh(relationships.changedAt), isTheirs));
}

/** All places on lists that changed in the last minute, and those that are about to end with a deleted list. */
export async function findFreshPlaces(db: Db): Promise<ListMembership[]> {
  return await findPlaces(db, sql`true`);
}

/** Those of one person. */
export async function findFreshPlacesOf(db: Db, userId: string): Promise<ListMembership[]> {
  return await findPlaces(db, sql`place.user_id = ${userId}`);
}

/** Those on one list. */
export async function findFreshPlacesOn(db: Db, listId: string): Promise<ListMembership[]> {
  return await findPlaces(db, sql`place.list_id = ${listId}`);
}

/** A place that is about to end is told as it will be then, in its next version: nothing else happens to it before. */
async function findPlaces(db: Db, whose: SQL): Promise<ListMembership[]> {
  const rows = await db.execute<ListMembership>(sql`
    select place.list_id as "listId", place.user_id as "userId", place.is_member as "isMember", place.version
    from ${listMembers} place where ${isFresh(sql`place.changed_at`)} and ${whose}
    union all
    select place.list_id, place.user_id, false, place.version + 1
    from ${lists} deleted join ${listMembers} place on place.list_id = deleted.id and place.is_member
    where deleted.deleted_at is not null and deleted.emptied_at is null and ${whose}`);
  return [...rows];
}

/** All people who changed in the last minute. */
export function findFreshPeople(db: Db): Promise<UserRow[]> {
  return db.select().from(users).where(isFresh(users.changedAt));
}

/** All that moderators decided in the last minute. */
export function findFreshModerations(db: Db): Promise<ModerationRow[]> {
  return db.select().from(moderations).where(isFresh(moderations.changedAt));
}
