import { type CounterTables, changeCount } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { and, eq, sql } from 'drizzle-orm';
import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';

export const LIKES = 'like';

/** A like as lean as it can be: what else happens in its transaction costs both strategies the same. */
export const likes = pgTable('liked', { userId: uuid('user_id'), postId: uuid('post_id') }, (table) => [
  primaryKey({ columns: [table.userId, table.postId] }),
]);

/** How a like changes the count of its post, in its own transaction. */
export type Strategy = (tx: Db, postId: string, value: 1 | -1) => Promise<void>;

/** What a service does: the counter's row when nobody holds it, else a delta that is folded later. */
export const countLikeUs =
  (counting: CounterTables): Strategy =>
  (tx, subjectId, value) =>
    changeCount(tx, counting, { subjectId, name: LIKES, value });

/** What one would write first. */
export const countPlainly =
  ({ counters }: CounterTables): Strategy =>
  async (tx, postId, value) => {
    await tx
      .update(counters)
      .set({ value: sql`${counters.value} + ${value}` })
      .where(and(eq(counters.subjectId, postId), eq(counters.name, LIKES)));
  };

/** Somebody likes a post: the fact and its count, in one transaction. Returns who. */
export async function like(db: Db, postId: string, count: Strategy): Promise<string> {
  const userId = newId();
  await db.transaction(async (tx) => {
    await tx.insert(likes).values({ userId, postId });
    await count(tx, postId, 1);
  });
  return userId;
}

/** They take it back. */
export async function unlike(db: Db, { userId, postId }: { userId: string; postId: string }, count: Strategy) {
  await db.transaction(async (tx) => {
    await tx.delete(likes).where(and(eq(likes.userId, userId), eq(likes.postId, postId)));
    await count(tx, postId, -1);
  });
}
