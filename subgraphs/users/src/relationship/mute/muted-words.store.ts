import type { MutedWords } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { eq, inArray, sql } from 'drizzle-orm';
import { mutedWords } from '../../tables/graph.ts';

type Words = MutedWords['words'];

/** The muted words of many people, over or not. */
export function findMutedWords(db: Db, userIds: readonly string[]): Promise<MutedWords[]> {
  return db
    .select()
    .from(mutedWords)
    .where(inArray(mutedWords.userId, [...userIds]));
}

/** Somebody's muted words, locked until the transaction ends. */
export async function lockMutedWords(tx: Db, userId: string): Promise<Words> {
  await tx.insert(mutedWords).values({ userId, words: [] }).onConflictDoNothing();
  const [row] = await tx.select().from(mutedWords).where(eq(mutedWords.userId, userId)).for('update');
  return row?.words ?? [];
}

/** Gives somebody these muted words instead of all they had. */
export async function replaceMutedWords(tx: Db, userId: string, words: Words): Promise<MutedWords> {
  const [row] = await tx
    .update(mutedWords)
    .set({ words, version: sql`${mutedWords.version} + 1` })
    .where(eq(mutedWords.userId, userId))
    .returning();
  if (!row) throw new Error('update found no row');
  return row;
}
