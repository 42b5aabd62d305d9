import type { Db } from '@nexus/kit/database';
import { and, count, desc, eq, getTableColumns, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type ListRow, lists } from '../tables/graph.ts';
import { type UserRow, users } from '../tables/users.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** A list with the person whose it is. */
export type SeenList = ListRow & { owner: UserRow };
export type ListText = Pick<ListRow, 'name' | 'description' | 'isPrivate'>;

const isLive = isNull(lists.deletedAt);
const seen = { ...getTableColumns(lists), owner: getTableColumns(users) };
const changed = { version: sql`${lists.version} + 1` };

/** Owners see all of their lists; others the public ones of people they see. */
function canViewList(viewerId: string | undefined): SQL | undefined {
  const isPublic = and(sql`not ${lists.isPrivate}`, canViewPerson(viewerId));
  return and(isLive, viewerId === undefined ? isPublic : or(eq(lists.ownerId, viewerId), isPublic));
}

/** Those of the lists that the viewer may see. */
export function findListsByIds(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<SeenList[]> {
  return db
    .select(seen)
    .from(lists)
    .innerJoin(users, eq(users.id, lists.ownerId))
    .where(and(inArray(lists.id, [...ids]), canViewList(viewerId)));
}

/** All lists of a person, the newest first. */
export async function findListsOf(db: Db, ownerId: string): Promise<SeenList[]> {
  return await db
    .select(seen)
    .from(lists)
    .innerJoin(users, eq(users.id, lists.ownerId))
    .where(and(eq(lists.ownerId, ownerId), isLive))
    .orderBy(desc(lists.createdAt), desc(lists.id));
}

export async function countLists(db: Db, ownerId: string): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(lists)
    .where(and(eq(lists.ownerId, ownerId), isLive));
  return row?.value ?? 0;
}

export async function insertList(tx: Db, list: { id: string; ownerId: string } & ListText): Promise<ListRow> {
  const [row] = await tx.insert(lists).values(list).returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** One of a person's own lists, locked until the transaction ends. */
export async function lockOwnList(tx: Db, ownerId: string, id: string): Promise<ListRow | undefined> {
  const [list] = await tx
    .select()
    .from(lists)
    .where(and(eq(lists.id, id), eq(lists.ownerId, ownerId), isLive))
    .for('no key update');
  return list;
}

export async function updateList(tx: Db, id: string, text: ListText): Promise<ListRow | undefined> {
  const [list] = await tx
    .update(lists)
    .set({ ...text, ...changed })
    .where(eq(lists.id, id))
    .returning();
  return list;
}

export async function markListDeleted(tx: Db, id: string): Promise<ListRow | undefined> {
  const [list] = await tx
    .update(lists)
    .set({ deletedAt: sql`now()`, ...changed })
    .where(eq(lists.id, id))
    .returning();
  return list;
}

/** A deleted list that still has people on it, the given or the one deleted first; nobody else gets it. */
export async function takeListToEmpty(tx: Db, id: string | undefined): Promise<string | undefined> {
  const [list] = await tx
    .select({ id: lists.id })
    .from(lists)
    .where(
      and(
        sql`${lists.deletedAt} is not null and ${lists.emptiedAt} is null`,
        id === undefined ? undefined : eq(lists.id, id),
      ),
    )
    .orderBy(lists.deletedAt)
    .limit(1)
    .for('no key update', { skipLocked: true });
  return list?.id;
}

export async function markListEmptied(tx: Db, id: string): Promise<void> {
  await tx.update(lists).set({ emptiedAt: sql`now()` }).where(eq(lists.id, id));
}
