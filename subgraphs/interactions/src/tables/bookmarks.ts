import { time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { boolean, index, pgSchema, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('interactions');

/** What people put their bookmarks in; nobody else sees it. */
export const bookmarkCollections = schema.table(
  'bookmark_collection',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id').notNull(),
    name: text().notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  // One name in any case is one collection.
  (table) => [uniqueIndex('bookmark_collection_name').on(table.userId, sql`lower(${table.name})`)],
);

/** Which posts people keep for themselves; a post's author is told how many do. */
export const bookmarks = schema.table(
  'bookmark',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id').notNull(),
    postId: uuid('post_id').notNull(),
    collectionId: uuid('collection_id').references(() => bookmarkCollections.id, { onDelete: 'set null' }),
    /** As for all that people leave on posts. */
    isCounted: boolean('is_counted').notNull().default(true),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('bookmark_user_post').on(table.userId, table.postId),
    index('bookmark_user').on(table.userId, table.createdAt, table.id),
    index('bookmark_collection_list').on(table.collectionId, table.createdAt, table.id),
    index('bookmark_post').on(table.postId),
    index('bookmark_uncounted').on(table.userId).where(sql`not ${table.isCounted}`),
  ],
);

export type BookmarkRow = typeof bookmarks.$inferSelect;
export type BookmarkCollectionRow = typeof bookmarkCollections.$inferSelect;
