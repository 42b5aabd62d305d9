import { type CounterTables, countChange } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';

export const LIKES = 'like';

/** A like as lean as it can be: what else happens in its transaction costs both strategies the same. */
export const likes = pgTable('liked', { userId: uuid('user_id'), postId: uuid('post_id') }, (table) => [
  primaryKey({ columns: [table.userId, table.postId] }),
]);

type Change = { postId: string; value: 1 | -1 };

/** Writes a fact, a statement that returns its row, and changes the count of its post in the same transaction. */
export type Strategy = (tx: Db, fact: SQL, change: Change) => Promise<void>;

/** What a service does, in one statement: the counter's row when nobody holds it, else a delta that is folded later. */
export const countLikeUs =
  (counting: CounterTables): Strategy =>
  async (tx, fact, { postId, value }) => {
    const count = countChange(counting, { subjectId: sql`${postId}`, name: sql`${LIKES}`, value: sql`${value}` });
    await tx.execute(sql`with fact as (${fact}) select ${count} from fact`);
  };

/** What one would write first: the fact, then the count. */
export const countPlainly =
  ({ counters }: CounterTables): Strategy =>
  async (tx, fact, { postId, value }) => {
    await tx.execute(fact);
    await tx
      .update(counters)
      .set({ value: sql`${counters.value} + ${value}` })
      .where(and(eq(counters.subjectId, postId), eq(counters.name, LIKES)));
  };

/** The same in one statement, as ours. */
export const countPlainlyAtOnce =
  ({ counters }: CounterTables): Strategy =>
  async (tx, fact, { postId, value }) => {
    await tx.execute(sql`
      with fact as (${fact}) update ${counters} as c set value = c.value + ${value}
      from fact where c.subject_id = ${postId} and c.name = ${LIKES}`);
  };

/** Somebody likes a post: the fact and its count, in one transaction. Returns who. */
export async function like(db: Db, postId: string, count: Strategy): Promise<string> {
  const userId = newId();
  const fact = sql`insert into ${likes} (user_id, post_id) values (${userId}, ${postId}) returning user_id`;
  await db.transaction((tx) => count(tx, fact, { postId, value: 1 }));
  return userId;
}

/** They take it back. */
export async function unlike(db: Db, { userId, postId }: { userId: string; postId: string }, count: Strategy) {
  const fact = sql`delete from ${likes} where user_id = ${userId} and post_id = ${postId} returning user_id`;
  await db.transaction((tx) => count(tx, fact, { postId, value: -1 }));
}
