import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type PostRow, posts, recounts, userRefs } from '../tables.ts';

/** Those of the given people whose accounts are in use and not private, held so until the transaction ends. */
export async function findOpenAuthors(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const known = await tx
    .select({ id: userRefs.id, isPrivate: userRefs.isPrivate, state: userRefs.state })
    .from(userRefs)
    .where(inArray(userRefs.id, [...ids]))
    .for('share');
  return new Set(known.filter(({ isPrivate, state }) => state === 'ACTIVE' && !isPrivate).map(({ id }) => id));
}

/** Whether a person's account is in use and not private; nobody else changes that, or counts by it, meanwhile. */
export async function isOpenForUpdate(tx: Db, id: string): Promise<boolean> {
  const [known] = await tx
    .select({ isPrivate: userRefs.isPrivate, state: userRefs.state })
    .from(userRefs)
    .where(eq(userRefs.id, id))
    .for('update');
  return known?.state === 'ACTIVE' && !known.isPrivate;
}

/** Counts the author's next public posts that are not counted as they should be, or no more; returns them. */
export function takeMiscounted(
  tx: Db,
  { authorId, isCounted, limit }: { authorId: string; isCounted: boolean; limit: number },
): Promise<PostRow[]> {
  const some = tx
    .select({ id: posts.id })
    .from(posts)
    .where(
      and(
        eq(posts.authorId, authorId),
        eq(posts.isCounted, !isCounted),
        eq(posts.visibility, 'PUBLIC'),
        isNull(posts.deletedAt),
      ),
    )
    .limit(limit)
    .for('no key update');
  return tx.update(posts).set({ isCounted }).where(sql`${posts.id} = any(array(${some}))`).returning();
}

/** Has the rest of an author's posts counted anew later. */
export async function requestRecount(tx: Db, authorId: string): Promise<void> {
  await tx.insert(recounts).values({ id: newId(), authorId });
}

/** The oldest request that nobody else is at work on, held until the transaction ends. */
export async function takeRecount(tx: Db): Promise<{ id: string; authorId: string } | undefined> {
  const [request] = await tx
    .select()
    .from(recounts)
    .orderBy(asc(recounts.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return request;
}

export async function deleteRecount(tx: Db, id: string): Promise<void> {
  await tx.delete(recounts).where(eq(recounts.id, id));
}
