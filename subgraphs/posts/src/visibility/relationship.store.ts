import { blockedEitherWay } from '@nexus/contracts/projections/visibility';
import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { listMembers, relEdges, userRefs } from '../tables/projections.ts';
import type { Relationship } from './relationship.ts';
import { canViewPerson } from './visibility.store.ts';

/** How each of the given people and the viewer stand to each other; those of whom nothing is known are left out. */
export function findRelationships(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<Relationship[]> {
  const person = sql`person.id`;
  return db
    .select({
      id: userRefs.id,
      canView: sql<boolean>`${canViewPerson(person, viewerId)}`,
      isPrivate: userRefs.isPrivate,
      isFollowing: follows(viewerId, person),
      isFollowedBy: follows(person, viewerId),
    })
    .from(sql`unnest(${uuids(ids)}) as person(id)`)
    .innerJoin(userRefs, eq(userRefs.id, person));
}

function follows(source: SQLWrapper | string | undefined, target: SQLWrapper | string | undefined): SQL<boolean> {
  if (source === undefined || target === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${source} and ${relEdges.targetId} = ${target} and ${relEdges.isFollowing})`;
}

/** All whom the viewer has blocked or is blocked by. */
export async function findBlocked(db: Db, viewerId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select distinct id from (${blockedEitherWay(viewerId, relEdges)}) as blocked(id)`,
  );
  return rows.map(({ id }) => id);
}

/** Those of the given lists that the viewer is on. */
export function findListsWith(db: Db, ids: readonly string[], viewerId: string): Promise<{ id: string }[]> {
  return db
    .select({ id: listMembers.listId })
    .from(listMembers)
    .where(and(inArray(listMembers.listId, [...ids]), eq(listMembers.userId, viewerId), listMembers.isMember));
}
