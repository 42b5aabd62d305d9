import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, count, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm';
import { type ListMemberRow, listMembers, lists } from '../tables/graph.ts';
import { type UserRow, users } from '../tables/users.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** A person on the list `ownerId`. */
export type MemberRow = UserRow & { ownerId: string; since: Date };

const changed = { changedAt: sql`now()`, version: sql`${listMembers.version} + 1` };
// Not as a parameter: a partial index is used only when the statement itself says what it leaves out.
const isMember = sql`${listMembers.isMember}`;

/** One page of the people on each of many lists whom the viewer sees, the latest first. */
export function findMembers(
  db: Db,
  listIds: readonly string[],
  { page, viewerId }: { page: Page; viewerId: string | undefined },
): Promise<MemberRow[]> {
  const since = sql<Date>`${listMembers.addedAt}`.mapWith(listMembers.addedAt).as('since');
  const onePage = db
    .select({ ...getTableColumns(users), ownerId: listMembers.listId, since })
    .from(listMembers)
    .innerJoin(users, eq(users.id, listMembers.userId))
    .where(
      and(
        eq(listMembers.listId, sql`owner.id`),
        isMember,
        canViewPerson(viewerId),
        isBefore([listMembers.addedAt, listMembers.userId], page.after),
      ),
    )
    .orderBy(desc(listMembers.addedAt), desc(listMembers.userId))
    .limit(page.first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(listIds)}) as owner(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.since), desc(onePage.id));
}

/** How many people whom the viewer sees are on each of many lists; no row for none. */
export function countMembers(db: Db, listIds: readonly string[], viewerId: string | undefined) {
  return db
    .select({ listId: listMembers.listId, value: count() })
    .from(listMembers)
    .innerJoin(users, eq(users.id, listMembers.userId))
    .where(and(inArray(listMembers.listId, [...listIds]), isMember, canViewPerson(viewerId)))
    .groupBy(listMembers.listId);
}

/** How many people are on a list, seen or not. */
export async function countPlaces(tx: Db, listId: string): Promise<number> {
  const [row] = await tx
    .select({ value: count() })
    .from(listMembers)
    .where(and(eq(listMembers.listId, listId), isMember));
  return row?.value ?? 0;
}

type Place = { listId: string; userId: string };

/** Puts a person on a list; undefined when they are on it already. */
export async function upsertMember(tx: Db, place: Place): Promise<ListMemberRow | undefined> {
  const [row] = await tx
    .insert(listMembers)
    .values({ ...place, isMember: true })
    .onConflictDoUpdate({
      target: [listMembers.listId, listMembers.userId],
      set: { isMember: true, addedAt: sql`now()`, ...changed },
      setWhere: sql`not ${listMembers.isMember}`,
    })
    .returning();
  return row;
}

/** Takes a person off a list; undefined when they are not on it. */
export async function endMembership(tx: Db, { listId, userId }: Place): Promise<ListMemberRow | undefined> {
  const [row] = await tx
    .update(listMembers)
    .set({ isMember: false, ...changed })
    .where(and(eq(listMembers.listId, listId), eq(listMembers.userId, userId), isMember))
    .returning();
  return row;
}

/** Takes each of two people off all lists of the other; a deleted list loses everybody anyway. */
export function endMembershipsBetween(tx: Db, one: string, other: string): Promise<ListMemberRow[]> {
  const onListOf = (userId: string, ownerId: string) =>
    and(
      eq(listMembers.userId, userId),
      inArray(
        listMembers.listId,
        tx
          .select({ id: lists.id })
          .from(lists)
          .where(and(eq(lists.ownerId, ownerId), isNull(lists.deletedAt))),
      ),
    );
  return tx
    .update(listMembers)
    .set({ isMember: false, ...changed })
    .where(and(isMember, or(onListOf(one, other), onListOf(other, one))))
    .returning();
}

/** Takes up to `limit` people off a list. */
export function endSomeMemberships(tx: Db, listId: string, limit: number): Promise<ListMemberRow[]> {
  const some = tx
    .select({ userId: listMembers.userId })
    .from(listMembers)
    .where(and(eq(listMembers.listId, listId), isMember))
    .limit(limit);
  return tx
    .update(listMembers)
    .set({ isMember: false, ...changed })
    .where(and(eq(listMembers.listId, listId), inArray(listMembers.userId, some), isMember))
    .returning();
}
