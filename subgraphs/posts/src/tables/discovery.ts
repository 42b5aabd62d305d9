import { time } from '@nexus/kit/columns';
import { boolean, doublePrecision, index, integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { hashtags, posts } from './posts.ts';

const schema = pgSchema('posts');

const ofPost = () =>
  uuid('post_id')
    .notNull()
    .references(() => posts.id);

const ofHashtag = () =>
  uuid('hashtag_id')
    .notNull()
    .references(() => hashtags.id);

/**
 * How many people other than its author did something with a live post, as interactions tells it (version 0: nothing was
 * told yet), and the rank that follows from it.
 */
export const engagements = schema.table(
  'engagement',
  {
    postId: ofPost().primaryKey(),
    reactors: integer().notNull().default(0),
    commenters: integer().notNull().default(0),
    sharers: integer().notNull().default(0),
    version: integer().notNull().default(0),
    rank: doublePrecision().notNull(),
    /** When the rank last fell: whoever is paging since before may have seen the post where it was. */
    fellAt: time('fell_at'),
    /** The highest rank from which it ever fell: whoever has not read down to there has not seen the post. */
    fellFrom: doublePrecision('fell_from'),
  },
  (table) => [index('engagement_rank').on(table.rank, table.postId)],
);

/** Who follows which hashtag. */
export const hashtagFollows = schema.table(
  'hashtag_follow',
  { userId: uuid('user_id').notNull(), hashtagId: ofHashtag(), followedAt: time('followed_at').notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.hashtagId] }), index('hashtag_follow_of').on(table.hashtagId)],
);

/** The hashtags that more people use than usual, as last found; all of it follows from posts. */
export const hashtagTrends = schema.table(
  'hashtag_trend',
  { hashtagId: ofHashtag().primaryKey(), score: doublePrecision().notNull() },
  (table) => [index('hashtag_trend_score').on(table.score, table.hashtagId)],
);

export type FeedOrder = 'LATEST' | 'RANKED';

/** A feed that somebody put together: posts with any of the hashtags, or by any of the people, without any of the words. */
export const customFeeds = schema.table(
  'custom_feed',
  {
    id: uuid().primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    name: text().notNull(),
    isPublic: boolean('is_public').notNull(),
    hashtagKeys: text('hashtag_keys').array().notNull(),
    authorIds: uuid('author_ids').array().notNull(),
    listIds: uuid('list_ids').array().notNull(),
    excludedWords: text('excluded_words').array().notNull(),
    sort: text().$type<FeedOrder>().notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [index('custom_feed_owner').on(table.ownerId, table.id)],
);

/** Posts that somebody is not interested in. */
export const dislikedPosts = schema.table(
  'disliked_post',
  { userId: uuid('user_id').notNull(), postId: ofPost(), createdAt: time('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.postId] }), index('disliked_post_of').on(table.postId)],
);

/** People of whom somebody wants to see fewer posts. */
export const reducedAuthors = schema.table(
  'reduced_author',
  { userId: uuid('user_id').notNull(), authorId: uuid('author_id').notNull(), createdAt: time('created_at').notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.authorId] }), index('reduced_author_of').on(table.authorId)],
);

/** Who wants to be found by strangers, and whose follows are hidden, as users tells it; without a row: yes, and no. */
export const discoverability = schema.table('discoverability', {
  userId: uuid('user_id').primaryKey(),
  isDiscoverable: boolean('is_discoverable').notNull(),
  hidesFollowGraph: boolean('hides_follow_graph').notNull().default(false),
  version: integer().notNull(),
});

export type CustomFeedRow = typeof customFeeds.$inferSelect;
