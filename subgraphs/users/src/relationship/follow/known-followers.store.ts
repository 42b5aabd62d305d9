import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { relationships } from '../../graph-tables.ts';
import { type UserRow, users } from '../../tables.ts';
import { canViewPerson } from '../../visibility/visibility.store.ts';

/** A follower of `ownerId` whom the viewer follows since `followedAt`. */
export type KnownFollower = UserRow & { ownerId: string; since: Date; followedAt: Date };

const own = alias(relationships, 'own');
const theirs = alias(relationships, 'theirs');

// Written out, not as parameters: a partial index is used only when the statement itself says what it leaves out.
const isAwake = (edge: typeof own | typeof theirs) => sql`${edge.isFollowing} and not ${edge.isDormant}`;

const isFollowerToo = and(eq(theirs.sourceId, own.targetId), eq(theirs.targetId, sql`owner.id`), isAwake(theirs));
const isKnownTo = (viewerId: string) => and(eq(own.sourceId, viewerId), isAwake(own), canViewPerson(viewerId));

/** One page of the followers of each of many people whom the viewer follows, the one they followed last first. */
export function findKnownFollowers(
  db: Db,
  userIds: readonly string[],
  { viewerId, page }: { viewerId: string; page: Page },
): Promise<KnownFollower[]> {
  const onePage = db
    .select({
      ...getTableColumns(users),
      ownerId: theirs.targetId,
      since: sql<Date>`${theirs.followedAt}`.mapWith(theirs.followedAt).as('since'),
      followedAt: sql<Date>`${own.followedAt}`.mapWith(own.followedAt).as('own_since'),
    })
    .from(own)
    .innerJoin(theirs, isFollowerToo)
    .innerJoin(users, eq(users.id, own.targetId))
    .where(and(isKnownTo(viewerId), olderThan(page)))
    .orderBy(desc(own.followedAt), desc(own.targetId))
    .limit(page.first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${sql.param([...userIds])}::uuid[]) as owner(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.followedAt), desc(onePage.id));
}

function olderThan({ after }: Page): SQL | undefined {
  return (
    after && sql`(${own.followedAt}, ${own.targetId}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
  );
}

/** How many followers of each of many people the viewer follows. */
export function countKnownFollowers(
  db: Db,
  userIds: readonly string[],
  viewerId: string,
): Promise<{ ownerId: string; value: number }[]> {
  const known = db
    .select({ value: sql<number>`count(*)::integer`.as('value') })
    .from(own)
    .innerJoin(theirs, isFollowerToo)
    .innerJoin(users, eq(users.id, own.targetId))
    .where(isKnownTo(viewerId))
    .as('known');
  return db
    .select({ ownerId: sql<string>`owner.id`, value: known.value })
    .from(sql`unnest(${sql.param([...userIds])}::uuid[]) as owner(id)`)
    .innerJoinLateral(known, sql`true`);
}
