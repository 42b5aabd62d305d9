import type { Role } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { requestRecounts } from '@nexus/kit/recount';
import { and, eq, isNotNull, lte, ne, sql } from 'drizzle-orm';
import { holds } from '../tables/accounts.ts';
import { recounts } from '../tables/counts.ts';
import { type UserRow, users } from '../tables/users.ts';
import type { Hold, State } from './state.ts';

/** Sets and lifts holds of an account; all of them as they are then. */
export async function upsertHold(tx: Db, userId: string, change: Partial<Hold>): Promise<Hold> {
  const [hold] = await tx
    .insert(holds)
    .values({ userId, ...change })
    .onConflictDoUpdate({ target: holds.userId, set: { userId, ...change } })
    .returning();
  if (!hold) throw new Error('upsert returned no row');
  return hold;
}

export async function findHold(db: Db, userId: string): Promise<Hold | undefined> {
  const [hold] = await db.select().from(holds).where(eq(holds.userId, userId));
  return hold;
}

/** Gives a person a state and has their edges follow it; undefined when they have it already or are gone for good. */
export async function updateState(tx: Db, userId: string, state: State): Promise<UserRow | undefined> {
  const [user] = await tx
    .update(users)
    .set({ state, version: sql`${users.version} + 1` })
    .where(and(eq(users.id, userId), ne(users.state, state), ne(users.state, 'DELETED')))
    .returning();
  if (user) {
    await requestRecounts(tx, recounts, [
      { subjectId: userId, facts: 'FOLLOWS' },
      { subjectId: userId, facts: 'REQUESTS' },
    ]);
  }
  return user;
}

/** Gives a person a role; undefined when they have it already. */
export async function updateRole(tx: Db, userId: string, role: Role): Promise<UserRow | undefined> {
  const [user] = await tx
    .update(users)
    .set({ role, version: sql`${users.version} + 1` })
    .where(and(eq(users.id, userId), ne(users.role, role)))
    .returning();
  return user;
}

export async function findIdByHandle(db: Db, handle: string): Promise<string | undefined> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.handle, handle));
  return user?.id;
}

/** People whose suspension is over but not lifted. */
export async function findOverdueSuspensions(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .select({ userId: holds.userId })
    .from(holds)
    .where(and(isNotNull(holds.suspendedUntil), lte(holds.suspendedUntil, sql`now()`)))
    .orderBy(holds.suspendedUntil)
    .limit(limit);
  return rows.map(({ userId }) => userId);
}
