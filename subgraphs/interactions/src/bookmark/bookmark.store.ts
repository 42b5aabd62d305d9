import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, count, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { type BookmarkRow, bookmarks } from '../tables/bookmarks.ts';

/** Those of the given bookmarks that are somebody's own. */
export function findOwnBookmarks(db: Db, ids: readonly string[], userId: string): Promise<BookmarkRow[]> {
  return db
    .select()
    .from(bookmarks)
    .where(and(inArray(bookmarks.id, [...ids]), eq(bookmarks.userId, userId)));
}

/** Which of the given posts somebody has bookmarked. */
export function findBookmarksOfUser(db: Db, userId: string, postIds: readonly string[]): Promise<BookmarkRow[]> {
  return db
    .select()
    .from(bookmarks)
    .where(and(eq(bookmarks.userId, userId), inArray(bookmarks.postId, [...postIds])));
}

/** Whose bookmarks: all, or those in one collection. */
export type Shelf = { userId: string; collectionId: string | undefined };

/** A page of somebody's bookmarks, the latest first. */
export function findBookmarks(db: Db, shelf: Shelf, { first, after }: Page): Promise<BookmarkRow[]> {
  const older = isBefore([bookmarks.createdAt, bookmarks.id], after);
  return db
    .select()
    .from(bookmarks)
    .where(and(isOn(shelf), older))
    .orderBy(desc(bookmarks.createdAt), desc(bookmarks.id))
    .limit(first + 1);
}

export async function countBookmarks(db: Db, shelf: Shelf): Promise<number> {
  const [row] = await db.select({ value: count() }).from(bookmarks).where(isOn(shelf));
  return row?.value ?? 0;
}

function isOn({ userId, collectionId }: Shelf): SQL | undefined {
  const isInCollection = collectionId === undefined ? undefined : eq(bookmarks.collectionId, collectionId);
  return and(eq(bookmarks.userId, userId), isInCollection);
}

/** Bookmarks a post, or moves its bookmark when `collectionId` is not undefined; says whether it is new. */
export async function upsertBookmark(
  tx: Db,
  { collectionId, ...bookmark }: Omit<typeof bookmarks.$inferInsert, 'collectionId'> & { collectionId: Place },
): Promise<BookmarkRow & { isNew: boolean }> {
  const [row] = await tx
    .insert(bookmarks)
    .values({ ...bookmark, collectionId: collectionId ?? null })
    .onConflictDoUpdate({
      target: [bookmarks.userId, bookmarks.postId],
      set: { collectionId: collectionId === undefined ? sql`${bookmarks.collectionId}` : collectionId },
    })
    .returning({ ...getTableColumns(bookmarks), isNew: sql<boolean>`old.id is null` });
  if (!row) throw new Error('upsert returned no row');
  return row;
}

/** The collection to be in; null is none, undefined is where it is. */
export type Place = string | null | undefined;

export async function deleteBookmark(tx: Db, userId: string, postId: string): Promise<BookmarkRow | undefined> {
  const [row] = await tx
    .delete(bookmarks)
    .where(and(eq(bookmarks.userId, userId), eq(bookmarks.postId, postId)))
    .returning();
  return row;
}
