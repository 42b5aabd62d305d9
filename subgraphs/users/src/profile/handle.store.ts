import { texts } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, desc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import { handleChanges, type UserRow, users } from '../tables/users.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

const isReserved = gt(handleChanges.changedAt, sql`now() - interval '30 days'`);

/** People whom the viewer sees by their handles, or by handles they gave up in the last 30 days (as `askedHandle`). */
export function findUsersByHandles(
  db: Db,
  handles: readonly string[],
  viewerId: string | undefined,
): Promise<(UserRow & { askedHandle: string })[]> {
  const bearer = db.select({ id: users.id }).from(users).where(eq(users.handle, sql`asked.handle::citext`));
  const formerBearer = db
    .select({ id: handleChanges.userId })
    .from(handleChanges)
    .where(and(eq(handleChanges.oldHandle, sql`asked.handle::citext`), isReserved))
    .orderBy(desc(handleChanges.changedAt))
    .limit(1);
  return db
    .select({ ...getTableColumns(users), askedHandle: sql<string>`asked.handle` })
    .from(sql`unnest(${texts(handles)}) as asked(handle)`)
    .innerJoin(users, eq(users.id, sql`coalesce(${bearer}, ${formerBearer})`))
    .where(canViewPerson(viewerId));
}

/** Whose the handle is (`ownerId`), and for whom it is reserved since they gave it up (`formerOwnerId`). */
export async function findHandleOwners(db: Db, handle: string) {
  const [owner] = await db.select({ id: users.id }).from(users).where(eq(users.handle, handle));
  const formerOwnerId = owner ? undefined : await findFormerOwner(db, handle);
  return { ownerId: owner?.id, formerOwnerId };
}

/** Who gave up a handle in the last 30 days. */
export async function findFormerOwner(db: Db, handle: string): Promise<string | undefined> {
  const [change] = await db
    .select({ userId: handleChanges.userId })
    .from(handleChanges)
    .where(and(eq(handleChanges.oldHandle, handle), isReserved))
    .orderBy(desc(handleChanges.changedAt))
    .limit(1);
  return change?.userId;
}

/** A person's row, locked until the transaction ends. */
export async function lockUser(tx: Db, id: string): Promise<UserRow | undefined> {
  const [user] = await tx.select().from(users).where(eq(users.id, id)).for('no key update');
  return user;
}

/** For each change of a person's handle in the last 14 days, in how many seconds it is that old; the oldest first. */
export async function findRecentChanges(db: Db, userId: string): Promise<number[]> {
  const seconds = sql<number>`ceil(extract(epoch from ${handleChanges.changedAt} + interval '14 days' - now()))::integer`;
  const rows = await db
    .select({ seconds })
    .from(handleChanges)
    .where(and(eq(handleChanges.userId, userId), gt(handleChanges.changedAt, sql`now() - interval '14 days'`)))
    .orderBy(handleChanges.changedAt);
  return rows.map((row) => row.seconds);
}

/** Gives a person another handle and notes the old one; violates `user_handle` when it is taken. */
export async function updateHandle(
  tx: Db,
  change: { id: string; userId: string; oldHandle: string },
  handle: string,
): Promise<UserRow> {
  const [user] = await tx
    .update(users)
    .set({ handle, version: sql`${users.version} + 1` })
    .where(eq(users.id, change.userId))
    .returning();
  if (!user) throw new Error('update found no row');
  await tx.insert(handleChanges).values(change);
  return user;
}
