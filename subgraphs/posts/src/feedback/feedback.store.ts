import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { dislikedPosts, reducedAuthors } from '../tables/discovery.ts';
import { posts } from '../tables/posts.ts';

type Dislike = { userId: string; postId: string };
type Reduction = { userId: string; authorId: string };

export async function insertDislike(tx: Db, dislike: Dislike): Promise<void> {
  await tx
    .insert(dislikedPosts)
    .values({ ...dislike, createdAt: new Date() })
    .onConflictDoNothing();
}

export async function deleteDislike(tx: Db, { userId, postId }: Dislike): Promise<void> {
  await tx.delete(dislikedPosts).where(and(eq(dislikedPosts.userId, userId), eq(dislikedPosts.postId, postId)));
}

/** Forgets who was not interested in posts that go. */
export async function deleteDislikesOf(tx: Db, postIds: readonly string[]): Promise<void> {
  await tx.delete(dislikedPosts).where(inArray(dislikedPosts.postId, [...postIds]));
}

export async function insertReduction(tx: Db, reduction: Reduction): Promise<void> {
  await tx
    .insert(reducedAuthors)
    .values({ ...reduction, createdAt: new Date() })
    .onConflictDoNothing();
}

export async function deleteReduction(tx: Db, { userId, authorId }: Reduction): Promise<void> {
  await tx.delete(reducedAuthors).where(and(eq(reducedAuthors.userId, userId), eq(reducedAuthors.authorId, authorId)));
}

/** Those of the given posts that somebody is not interested in. */
export function findDisliked(db: Db, postIds: readonly string[], userId: string): Promise<{ id: string }[]> {
  return db
    .select({ id: dislikedPosts.postId })
    .from(dislikedPosts)
    .where(and(eq(dislikedPosts.userId, userId), inArray(dislikedPosts.postId, [...postIds])));
}

/** Those of the given people of whom somebody wants to see fewer posts. */
export function findReduced(db: Db, authorIds: readonly string[], userId: string): Promise<{ id: string }[]> {
  return db
    .select({ id: reducedAuthors.authorId })
    .from(reducedAuthors)
    .where(and(eq(reducedAuthors.userId, userId), inArray(reducedAuthors.authorId, [...authorIds])));
}

/** Whether a post of `posts` is neither one that the viewer is not interested in nor by somebody of whom they want fewer. */
export function isWanted(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return undefined;
  // Uncorrelated: read once for a statement.
  return sql`${posts.id} not in (select ${dislikedPosts.postId} from ${dislikedPosts} where ${dislikedPosts.userId} = ${viewerId})
    and ${posts.authorId} not in (
      select ${reducedAuthors.authorId} from ${reducedAuthors} where ${reducedAuthors.userId} = ${viewerId})`;
}
