import type { Db } from '@nexus/kit/database';
import { inArray } from 'drizzle-orm';
import { accounts, relationships, users } from '../tables.ts';

type NewUser = typeof users.$inferInsert;
type NewAccount = typeof accounts.$inferInsert;
type NewEdge = typeof relationships.$inferInsert;

/** Adds people who are not there yet; the ids of those who are there now, new or not. */
export async function insertMissingUsers(tx: Db, people: readonly NewUser[]): Promise<Set<string>> {
  await tx
    .insert(users)
    .values([...people])
    .onConflictDoNothing();
  const ids = people.map(({ id }) => id);
  const present = await tx.select({ id: users.id }).from(users).where(inArray(users.id, ids));
  return new Set(present.map(({ id }) => id));
}

/** Gives people these accounts, unless they have one already. */
export async function insertMissingAccounts(tx: Db, people: readonly NewAccount[]): Promise<void> {
  await tx
    .insert(accounts)
    .values([...people])
    .onConflictDoNothing();
}

/** Adds the edges between people who never stood to each other before; those added. */
export function insertMissingFollows(tx: Db, edges: readonly NewEdge[]) {
  return tx
    .insert(relationships)
    .values([...edges])
    .onConflictDoNothing()
    .returning({ sourceId: relationships.sourceId, targetId: relationships.targetId });
}
