import type { Db } from '@nexus/kit/database';
import { and, eq, inArray } from 'drizzle-orm';
import { threadMutes } from '../tables/thread-mutes.ts';

/** Of which of the given posts somebody wants to hear no more: no notification may tell them of what happens there. */
export function findMutedThreads(db: Db, userId: string, postIds: readonly string[]): Promise<{ postId: string }[]> {
  return db
    .select({ postId: threadMutes.postId })
    .from(threadMutes)
    .where(and(eq(threadMutes.userId, userId), inArray(threadMutes.postId, [...postIds])));
}

export async function insertThreadMute(tx: Db, userId: string, postId: string): Promise<void> {
  await tx.insert(threadMutes).values({ userId, postId }).onConflictDoNothing();
}

/** Ends a mute; says whether there was one. */
export async function deleteThreadMute(tx: Db, userId: string, postId: string): Promise<boolean> {
  const gone = await tx
    .delete(threadMutes)
    .where(and(eq(threadMutes.userId, userId), eq(threadMutes.postId, postId)))
    .returning();
  return gone.length > 0;
}
