import type { Db } from '@nexus/kit/database';
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import { type BookmarkCollectionRow, bookmarkCollections, bookmarks } from '../tables/bookmarks.ts';

/** Those of the given collections that are somebody's own. */
export function findOwnCollections(db: Db, ids: readonly string[], userId: string): Promise<BookmarkCollectionRow[]> {
  return db
    .select()
    .from(bookmarkCollections)
    .where(and(inArray(bookmarkCollections.id, [...ids]), eq(bookmarkCollections.userId, userId)));
}

/** All collections of a person, by name. */
export async function findCollectionsOf(db: Db, userId: string): Promise<BookmarkCollectionRow[]> {
  // Awaited here: a field's value is asked twice whether it is a promise, and each time the statement would be sent.
  return await db
    .select()
    .from(bookmarkCollections)
    .where(eq(bookmarkCollections.userId, userId))
    .orderBy(asc(nameKey), asc(bookmarkCollections.id));
}

const nameKey = sql`lower(${bookmarkCollections.name})`;

/** A person's collection of a name, in any case. */
export async function findCollectionNamed(
  db: Db,
  userId: string,
  name: string,
): Promise<BookmarkCollectionRow | undefined> {
  const [collection] = await db
    .select()
    .from(bookmarkCollections)
    .where(and(eq(bookmarkCollections.userId, userId), sql`${nameKey} = lower(${name})`));
  return collection;
}

/** How many bookmarks are in each of the given collections; no row for none. */
export function countByCollections(db: Db, ids: readonly string[]) {
  return db
    .select({ collectionId: bookmarks.collectionId, value: count() })
    .from(bookmarks)
    .where(inArray(bookmarks.collectionId, [...ids]))
    .groupBy(bookmarks.collectionId);
}

/** Whether a collection is somebody's own; held so that it is not deleted before the transaction ends. */
export async function holdOwnCollection(tx: Db, userId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: bookmarkCollections.id })
    .from(bookmarkCollections)
    .where(and(eq(bookmarkCollections.id, id), eq(bookmarkCollections.userId, userId)))
    .for('key share');
  return found.length > 0;
}

export async function insertCollection(
  tx: Db,
  collection: { id: string; userId: string; name: string },
): Promise<BookmarkCollectionRow> {
  const [row] = await tx.insert(bookmarkCollections).values(collection).returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

type Own = { id: string; userId: string };

/** Gives a collection another name; undefined when it is not that person's. */
export async function renameCollection(
  tx: Db,
  { id, userId }: Own,
  name: string,
): Promise<BookmarkCollectionRow | undefined> {
  const [row] = await tx
    .update(bookmarkCollections)
    .set({ name })
    .where(and(eq(bookmarkCollections.id, id), eq(bookmarkCollections.userId, userId)))
    .returning();
  return row;
}

/** Deletes a collection, its bookmarks stay; undefined when it is not that person's. */
export async function deleteCollection(tx: Db, { id, userId }: Own): Promise<BookmarkCollectionRow | undefined> {
  const [row] = await tx
    .delete(bookmarkCollections)
    .where(and(eq(bookmarkCollections.id, id), eq(bookmarkCollections.userId, userId)))
    .returning();
  return row;
}
