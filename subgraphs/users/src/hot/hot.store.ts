import type { Db } from '@nexus/kit/database';
import { HOT_SECONDS } from '@nexus/kit/hot/store';
import { and, eq, or, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { type ListMemberRow, listMembers, type RelationshipRow, relationships } from '../graph-tables.ts';
import { type UserRow, users } from '../tables.ts';

const isFresh = (changedAt: AnyPgColumn) => sql`${changedAt} > now() - make_interval(secs => ${HOT_SECONDS})`;

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

/** All places on lists that changed in the last minute. */
export function findFreshPlaces(db: Db): Promise<ListMemberRow[]> {
  return db.select().from(listMembers).where(isFresh(listMembers.changedAt));
}

/** Those of one person. */
export function findFreshPlacesOf(db: Db, userId: string): Promise<ListMemberRow[]> {
  return db
    .select()
    .from(listMembers)
    .where(and(isFresh(listMembers.changedAt), eq(listMembers.userId, userId)));
}

/** All people who changed in the last minute. */
export function findFreshPeople(db: Db): Promise<UserRow[]> {
  return db.select().from(users).where(isFresh(users.changedAt));
}
