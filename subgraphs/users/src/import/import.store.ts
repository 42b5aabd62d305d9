import type { Db } from '@nexus/kit/database';
import { inArray, sql } from 'drizzle-orm';
import { accounts } from '../tables/accounts.ts';
import { relationships } from '../tables/graph.ts';
import { users } from '../tables/users.ts';

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

/** Gives people these accounts, and those who have one that nobody can sign in to its password. */
export async function upsertAccounts(tx: Db, people: readonly NewAccount[]): Promise<void> {
  await tx
    .insert(accounts)
    .values([...people])
    .onConflictDoUpdate({
      target: accounts.userId,
      set: { passwordHash: sql`excluded.password_hash` },
      setWhere: sql`${accounts.passwordHash} is null and excluded.password_hash is not null`,
    });
}

/** Adds the edges between people who never stood to each other before; those added. */
export function insertMissingFollows(tx: Db, edges: readonly NewEdge[]) {
  return tx
    .insert(relationships)
    .values([...edges])
    .onConflictDoNothing()
    .returning({ sourceId: relationships.sourceId, targetId: relationships.targetId });
}
