import type { Db } from '@nexus/kit/database';
import { takeTurn } from '@nexus/kit/turn';
import { and, count, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { matches } from '../feed/post-filter.store.ts';
import type { Filter } from '../feed/post-filter.ts';
import { pins } from '../tables/content.ts';
import { type PostRow, posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

export type PinnedPost = { authorId: string; pinnedAt: Date; post: PostRow };

/** What each of the authors pinned that the viewer may see and the filter admits, the last pinned first. */
export function findPinned(
  db: Db,
  authorIds: readonly string[],
  { filter, viewerId }: { filter: Filter; viewerId: string | undefined },
): Promise<PinnedPost[]> {
  return db
    .select({ authorId: pins.authorId, pinnedAt: pins.pinnedAt, post: posts })
    .from(pins)
    .innerJoin(posts, eq(posts.id, pins.postId))
    .where(and(inArray(pins.authorId, [...authorIds]), canViewPost(viewerId), matches(filter)))
    .orderBy(desc(pins.pinnedAt), desc(pins.postId));
}

/** Those of the posts that are pinned. */
export function findPins(db: Db, postIds: readonly string[]): Promise<{ postId: string }[]> {
  return db
    .select({ postId: pins.postId })
    .from(pins)
    .where(inArray(pins.postId, [...postIds]));
}

/** How many posts somebody has pinned; whoever else pins for them waits until the transaction ends. */
export async function holdPinsOf(tx: Db, authorId: string): Promise<number> {
  await takeTurn(tx, `pinned posts of ${authorId}`);
  const [counted] = await tx.select({ pins: count() }).from(pins).where(eq(pins.authorId, authorId));
  return counted?.pins ?? 0;
}

export async function insertPin(tx: Db, { id: postId, authorId }: PostRow): Promise<void> {
  await tx.insert(pins).values({ postId, authorId });
}

export async function deletePins(tx: Db, postIds: readonly string[]): Promise<void> {
  await tx.delete(pins).where(inArray(pins.postId, [...postIds]));
}

/** Whether somebody pinned a post. */
export const isPinnedBy = (authorId: SQLWrapper, postId: SQLWrapper): SQL => sql`exists (
  select from ${pins} where ${pins.postId} = ${postId} and ${pins.authorId} = ${authorId})`;
