import { time } from '@nexus/kit/columns';
import type { Db } from '@nexus/kit/database';
import { asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { integer, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import type { UserSnapshot } from '../../events.ts';
import type { UserRefTable } from '../user-ref.ts';

/** `person_erasure`: people whom a content subgraph forgets or has forgotten, and how far it is. */
export function personErasureTable(schema: PgSchema) {
  return schema.table('person_erasure', {
    userId: uuid('user_id').primaryKey(),
    erasedCount: integer('erased_count').notNull().default(0),
    requestedAt: time('requested_at').notNull().defaultNow(),
    completedAt: time('completed_at'),
    version: integer().notNull().default(0),
  });
}

export type PersonErasureTable = ReturnType<typeof personErasureTable>;
export type PersonErasureRow = PersonErasureTable['$inferSelect'];

/** What is left of a deleted person: they may still be referred to, and nothing is said of them. */
export function tombstoneOf(userId: string): Omit<UserSnapshot, 'version'> {
  return {
    userId,
    handle: `deleted_${userId.replaceAll('-', '').slice(-20)}`,
    displayName: 'Deleted account',
    avatar: null,
    isVerified: false,
    isPrivate: false,
    role: 'MEMBER',
    state: 'DELETED',
  };
}

/** Puts a tombstone in the place of a person, known or not: from then on late facts about them are refused. */
export async function buryPerson(tx: Db, userRefs: UserRefTable, userId: string): Promise<void> {
  const { userId: id, ...shown } = tombstoneOf(userId);
  await tx
    .insert(userRefs)
    .values({ id, ...shown, version: 1 })
    .onConflictDoUpdate({ target: userRefs.id, set: shown });
}

/** Asks that a person be forgotten, or that it be seen once more whether anything is left of them. */
export async function insertErasure(tx: Db, table: PersonErasureTable, userId: string): Promise<void> {
  await tx
    .insert(table)
    .values({ userId })
    .onConflictDoUpdate({ target: table.userId, set: { completedAt: null } });
}

/** Whoever has waited longest to be forgotten. */
export async function findNextErasure(db: Db, table: PersonErasureTable): Promise<PersonErasureRow | undefined> {
  const [next] = await db
    .select()
    .from(table)
    .where(isNull(table.completedAt))
    .orderBy(asc(table.requestedAt))
    .limit(1);
  return next;
}

/** Counts what was erased, in the transaction in which it was. */
export async function noteErased(
  tx: Db,
  table: PersonErasureTable,
  { userId, erased }: { userId: string; erased: number },
): Promise<void> {
  if (erased === 0) return;
  await tx
    .update(table)
    .set({ erasedCount: sql`${table.erasedCount} + ${erased}` })
    .where(eq(table.userId, userId));
}

/** Takes the next word about an erasure, and notes whether it is the last. */
export async function noteProgress(
  tx: Db,
  table: PersonErasureTable,
  { userId, isComplete }: { userId: string; isComplete: boolean },
): Promise<PersonErasureRow | undefined> {
  const [row] = await tx
    .update(table)
    .set({ version: sql`${table.version} + 1`, ...(isComplete && { completedAt: sql`now()` }) })
    .where(eq(table.userId, userId))
    .returning();
  return row;
}

/** Those of the facts that are about nobody who has been deleted: what comes late brings nothing of them back. */
export async function withoutErased<Fact>(
  db: Db,
  userRefs: UserRefTable,
  { facts, peopleOf }: { facts: readonly Fact[]; peopleOf: (fact: Fact) => readonly string[] },
): Promise<Fact[]> {
  if (facts.length === 0) return [];
  const rows = await db
    .select({ id: userRefs.id })
    .from(userRefs)
    .where(sql`${inArray(userRefs.id, facts.flatMap(peopleOf))} and ${userRefs.state} = 'DELETED'`);
  const erased = new Set(rows.map(({ id }) => id));
  return facts.filter((fact) => !peopleOf(fact).some((id) => erased.has(id)));
}
