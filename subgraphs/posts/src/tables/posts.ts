import type { Audience, ContentLabel, Visibility } from '@nexus/contracts/events';
import { time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { StoredFacet } from '../text/facet.ts';

const schema = pgSchema('posts');

/** `revision` counts what a reader sees change, `version` every change that neighbours hear of. */
export const posts = schema.table(
  'post',
  {
    id: uuid().primaryKey(),
    authorId: uuid('author_id').notNull(),
    text: text().notNull(),
    /** What is said of it before it is shown. */
    contentWarning: text('content_warning'),
    /** Whether its author says that not everybody wants to see it unasked; so it is whenever there is a warning. */
    isSensitive: boolean('is_sensitive').notNull().default(false),
    facets: jsonb().$type<StoredFacet[]>().notNull(),
    language: text(),
    visibility: text().$type<Visibility>().notNull(),
    /** Whose members see it; null but for LIST. */
    listId: uuid('list_id'),
    commentPolicy: text('comment_policy').$type<Audience>().notNull().default('EVERYONE'),
    quotePolicy: text('quote_policy').$type<Audience>().notNull().default('EVERYONE'),
    quotedPostId: uuid('quoted_post_id'),
    hashtagIds: uuid('hashtag_ids').array().notNull(),
    hasMedia: boolean('has_media').notNull(),
    hasPoll: boolean('has_poll').notNull().default(false),
    /** The first post of the author's thread that it is part of, and its place in it, from 0; null when in none. */
    threadRootId: uuid('thread_root_id'),
    threadIndex: smallint('thread_index'),
    /** Whether the counts that are the same for everybody contain it: it is PUBLIC and its author's account open. */
    isCounted: boolean('is_counted').notNull(),
    /** What moderators decided: LIMITED stays out of what anybody finds unasked, REMOVED is seen by its author and by moderators. */
    moderation: text().$type<PostModeration>().notNull().default('NONE'),
    labels: text().array().$type<ContentLabel[]>().notNull().default([]),
    createdAt: time('created_at').notNull(),
    editedAt: time('edited_at'),
    deletedAt: time('deleted_at'),
    revision: integer().notNull().default(1),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('post_author').on(table.authorId, table.visibility, table.isCounted),
    index('post_quotes')
      .on(table.quotedPostId, table.createdAt, table.id)
      .where(sql`${table.quotedPostId} is not null`),
    index('post_thread').on(table.threadRootId, table.threadIndex).where(sql`${table.threadRootId} is not null`),
    index('post_quotes_by').on(table.quotedPostId, table.authorId).where(sql`${table.quotedPostId} is not null`),
  ],
);

/** `key` is what makes two spellings one hashtag; `name` is how it was first written. */
export const hashtags = schema.table('hashtag', {
  id: uuid().primaryKey(),
  key: text().notNull().unique(),
  name: text().notNull(),
});

/** The feed of a hashtag: its live posts by time. */
export const hashtagItems = schema.table(
  'hashtag_item',
  {
    hashtagId: uuid('hashtag_id')
      .notNull()
      .references(() => hashtags.id),
    sortAt: time('sort_at').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
    authorId: uuid('author_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.hashtagId, table.sortAt, table.postId] }),
    index('hashtag_item_post').on(table.postId),
    index('hashtag_item_author').on(table.hashtagId, table.authorId),
    index('hashtag_item_time').on(table.sortAt),
  ],
);

/**
 * The feeds of people: one item when somebody publishes a post (`id` is the post's) and one when somebody shares it
 * (`id` is the share's), always later. A deleted post is hidden at once; its shares' items leave in the background.
 */
export const feedItems = schema.table(
  'feed_item',
  {
    id: uuid().primaryKey(),
    actorId: uuid('actor_id').notNull(),
    kind: text().$type<FeedItemKind>().notNull(),
    sortAt: time('sort_at').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => posts.id),
  },
  (table) => [
    index('feed_item_lane').on(table.actorId, table.kind, table.sortAt, table.id),
    index('feed_item_post').on(table.postId, table.sortAt, table.id, table.actorId),
  ],
);

export type PostModeration = 'NONE' | 'LIMITED' | 'REMOVED';

export type FeedItemKind = 'POST' | 'SHARE';

/** Deleted posts of which items are left in feeds: as many as people shared them, too many for one statement. */
export const itemRemovals = schema.table('item_removal', {
  postId: uuid('post_id')
    .primaryKey()
    .references(() => posts.id),
});

export type PostRow = typeof posts.$inferSelect;
export type NewPost = typeof posts.$inferInsert;
export type HashtagRow = typeof hashtags.$inferSelect;
export type FeedItemRow = typeof feedItems.$inferSelect;
