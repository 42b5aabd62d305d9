import { blockedEitherWay, isInSight, isMeantFor } from '@nexus/contracts/projections/sight';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { listMembers, people, posts, relEdges, userRefs } from '../tables.ts';
import type { Standing } from './standing.ts';

/** The one rule of who may see a post, for a statement that reads `posts`: nobody a deleted one, authors all of their own. */
export function canView(viewerId: string | undefined): SQL | undefined {
  const isForViewer = and(isMeantFor(viewerId, posts, people), isInSight(posts.authorId, viewerId, people));
  return and(
    isNull(posts.deletedAt),
    viewerId === undefined ? isForViewer : or(eq(posts.authorId, viewerId), isForViewer),
  );
}

/** Whether the viewer sees somebody at all: themselves, and whose account is in use when there is no block between the two. */
export function canSee(personId: SQLWrapper, viewerId: string | undefined): SQL | undefined {
  const isSeen = isInSight(personId, viewerId, people);
  return viewerId === undefined ? isSeen : or(sql`${personId} = ${viewerId}`, isSeen);
}

/** How each of the given people and the viewer stand to each other; those of whom nothing is known are left out. */
export function findStandings(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<Standing[]> {
  const person = sql`person.id`;
  return db
    .select({
      id: userRefs.id,
      isInSight: sql<boolean>`${canSee(person, viewerId)}`,
      isPrivate: userRefs.isPrivate,
      isFollowed: follows(viewerId, person),
      isFollowing: follows(person, viewerId),
    })
    .from(sql`unnest(${sql.param([...ids])}::uuid[]) as person(id)`)
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
