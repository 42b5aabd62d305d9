import type { Db } from '@nexus/kit/database';
import { asc, eq, sql } from 'drizzle-orm';
import { standingChanges } from '../graph-tables.ts';
import { lockUser } from '../profile/handle.store.ts';
import { lockStanding } from '../relationship/pair.store.ts';
import { type UserRow, users } from '../tables.ts';

/**
 * A person whom nobody else changes, and on whose state and privacy nobody else relies, until the transaction ends. It
 * comes before all other locks of its transaction.
 */
export async function holdStill(tx: Db, id: string): Promise<UserRow | undefined> {
  await lockStanding(tx, id);
  return await lockUser(tx, id);
}

/** Leaves to the background what follows for a person's edges from a new state or privacy. */
export async function noteStanding(tx: Db, userId: string): Promise<void> {
  await tx
    .insert(standingChanges)
    .values({ userId })
    .onConflictDoUpdate({ target: standingChanges.userId, set: { changedAt: sql`now()` } });
}

/** One person whose edges do not follow their standing yet, the given or the longest waiting; nobody else gets them. */
export async function takeUnsettled(tx: Db, id: string | undefined): Promise<UserRow | undefined> {
  const [taken] = await tx
    .select({ userId: standingChanges.userId })
    .from(standingChanges)
    .where(id === undefined ? undefined : eq(standingChanges.userId, id))
    .orderBy(asc(standingChanges.changedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!taken) return undefined;
  // Read after the lock was had: then no change of standing is on its way.
  const [user] = await tx.select().from(users).where(eq(users.id, taken.userId));
  return user;
}

export async function deleteUnsettled(tx: Db, id: string): Promise<void> {
  await tx.delete(standingChanges).where(eq(standingChanges.userId, id));
}
