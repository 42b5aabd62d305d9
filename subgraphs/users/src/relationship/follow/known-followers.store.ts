import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { relationships } from '../../tables/graph.ts';
import { type UserRow, users } from '../../tables/users.ts';
import { canViewPerson } from '../../visibility/visibility.store.ts';
import { isAwake } from '../edge.store.ts';

/** A follower of `ownerId` whom the viewer follows since `followedAt`. */
export type KnownFollower = UserRow & { ownerId: string; since: Date; followedAt: Date };

const theirs = alias(relationships, 'theirs');

/** So many of those whom the viewer follows are looked at, for each person: what it costs does not grow with the rest. */
const MOST_LOOKED_AT = 1_000;

/** Those whom the viewer followed last. */
const ownFollows = (db: Db, viewerId: string) =>
  db
    .select({ targetId: relationships.targetId, followedAt: relationships.followedAt })
    .from(relationships)
    .where(and(eq(relationships.sourceId, viewerId), isAwake()))
    .orderBy(desc(relationships.followedAt), desc(relationships.targetId))
    .limit(MOST_LOOKED_AT)
    .as('own');

const isFollowerToo = ({ targetId }: OwnFollows) =>
  and(eq(theirs.sourceId, targetId), eq(theirs.targetId, sql`owner.id`), isAwake(theirs));

type OwnFollows = ReturnType<typeof ownFollows>;

/** One page of the followers of each of many people whom the viewer follows, the one they followed last first. */
export function findKnownFollowers(
  db: Db,
  userIds: readonly string[],
  { viewerId, page }: { viewerId: string; page: Page },
): Promise<KnownFollower[]> {
  const own = ownFollows(db, viewerId);
  const onePage = db
    .select({
      ...getTableColumns(users),
      ownerId: theirs.targetId,
      since: sql<Date>`${theirs.followedAt}`.mapWith(theirs.followedAt).as('since'),
      followedAt: sql<Date>`${own.followedAt}`.mapWith(relationships.followedAt).as('own_since'),
    })
    .from(own)
    .innerJoin(theirs, isFollowerToo(own))
    .innerJoin(users, eq(users.id, own.targetId))
    .where(and(canViewPerson(viewerId), isBefore([own.followedAt, own.targetId], page.after)))
    .orderBy(desc(own.followedAt), desc(own.targetId))
    .limit(page.first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(userIds)}) as owner(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.followedAt), desc(onePage.id));
}

/** How many followers of each of many people the viewer follows. */
export function countKnownFollowers(
  db: Db,
  userIds: readonly string[],
  viewerId: string,
): Promise<{ ownerId: string; value: number }[]> {
  const own = ownFollows(db, viewerId);
  const known = db
    .select({ value: sql<number>`count(*)::integer`.as('value') })
    .from(own)
    .innerJoin(theirs, isFollowerToo(own))
    .innerJoin(users, eq(users.id, own.targetId))
    .where(canViewPerson(viewerId))
    .as('known');
  return db
    .select({ ownerId: sql<string>`owner.id`, value: known.value })
    .from(sql`unnest(${uuids(userIds)}) as owner(id)`)
    .innerJoinLateral(known, sql`true`);
}
