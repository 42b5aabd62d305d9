import { time, transactionId } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgSchema,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const schema = pgSchema('interactions');

/**
 * Whether a count includes it: while its person's account is in use and, for a comment, while all those above it count.
 * Blocks are not part of it: they are between two people.
 */
const isCounted = () => boolean('is_counted').notNull().default(true);

// Lists are read newest first, that is backwards: .desc() here would mean NULLS LAST and never match the query.

export const comments = schema.table(
  'comment',
  {
    id: uuid().primaryKey(),
    postId: uuid('post_id').notNull(),
    parentId: uuid('parent_id'),
    /** The list it stands in: the replies of its parent, or the comments on the post itself. */
    listId: uuid('list_id').notNull().generatedAlwaysAs(sql`coalesce(parent_id, post_id)`),
    depth: smallint().notNull(),
    /** Null, as `text`, on a placeholder. */
    authorId: uuid('author_id'),
    text: text(),
    hashtags: text().array().notNull().default([]),
    state: text().$type<'VISIBLE' | 'EDITED' | 'DELETED'>().notNull().default('VISIBLE'),
    /** Reactions plus live direct replies, deltas not counted: it only orders TOP lists. */
    score: integer().notNull().default(0),
    /** When the score last fell, as its transaction: a page of a list by TOP leaves out what may have fallen into it. */
    fellIn: transactionId('fell_in'),
    isCounted: isCounted(),
    /** By the author of the post: for others only its place is left. */
    isHidden: boolean('is_hidden').notNull().default(false),
    /** By a moderator: for all but its author and moderators only its place is left. */
    isRemoved: boolean('is_removed').notNull().default(false),
    isPinned: boolean('is_pinned').notNull().default(false),
    createdAt: time('created_at').notNull().defaultNow(),
    editedAt: time('edited_at'),
  },
  (table) => [
    foreignKey({ columns: [table.parentId], foreignColumns: [table.id] }),
    index('comment_parent').on(table.parentId).where(sql`${table.parentId} is not null`),
    index('comment_list_time').on(table.listId, table.createdAt, table.id),
    index('comment_list_top').on(table.listId, table.score, table.createdAt, table.id),
    index('comment_author').on(table.authorId, table.createdAt, table.id),
    index('comment_post_author').on(table.postId, table.authorId),
    uniqueIndex('comment_pinned').on(table.postId).where(sql`${table.isPinned}`),
    index('comment_placeholder').on(table.listId).where(sql`${table.state} = 'DELETED'`),
    index('comment_uncounted').on(table.authorId).where(sql`not ${table.isCounted}`),
  ],
);

/** Changes of a comment's score that found its row taken; folded in the background. */
export const commentScoreDeltas = schema.table('comment_score_delta', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  commentId: uuid('comment_id').notNull(),
  value: integer().notNull(),
});

export const reactions = schema.table(
  'reaction',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id').notNull(),
    /** A post or a comment. */
    targetId: uuid('target_id').notNull(),
    /** The post that the target is or belongs to: who may see it, may see the reaction. */
    postId: uuid('post_id').notNull(),
    kind: text().$type<'LIKE' | 'LOVE' | 'LAUGH' | 'WOW' | 'SAD' | 'ANGRY'>().notNull(),
    isCounted: isCounted(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('reaction_user_target').on(table.userId, table.targetId),
    index('reaction_target').on(table.targetId, table.createdAt, table.id),
    index('reaction_target_kind').on(table.targetId, table.kind, table.createdAt, table.id),
    index('reaction_user_posts')
      .on(table.userId, table.createdAt, table.id)
      .where(sql`${table.targetId} = ${table.postId}`),
    index('reaction_below_post').on(table.postId).where(sql`${table.targetId} <> ${table.postId}`),
    index('reaction_uncounted').on(table.userId).where(sql`not ${table.isCounted}`),
  ],
);

/** Deleted comments whose reactions are still to be removed, in the background. */
export const reactionRemovals = schema.table('reaction_removal', { targetId: uuid('target_id').primaryKey() });

/** Deleted posts: at once their reactions and shares go, a month later their comments, and then this row. */
export const postRemovals = schema.table(
  'post_removal',
  {
    postId: uuid('post_id').primaryKey(),
    areFactsGone: boolean('are_facts_gone').notNull().default(false),
    deletedAt: time('deleted_at').notNull().defaultNow(),
  },
  (table) => [index('post_removal_due').on(table.areFactsGone, table.deletedAt)],
);

/** Who shares what; a row stays when the share is taken back, so that versions never restart. */
export const shares = schema.table(
  'share',
  {
    id: uuid().primaryKey(),
    actorId: uuid('actor_id').notNull(),
    postId: uuid('post_id').notNull(),
    isShared: boolean('is_shared').notNull().default(true),
    isCounted: isCounted(),
    sharedAt: time('shared_at').notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (table) => [
    unique('share_actor_post').on(table.actorId, table.postId),
    index('share_post').on(table.postId, table.sharedAt, table.id).where(sql`${table.isShared}`),
    index('share_uncounted').on(table.actorId).where(sql`not ${table.isCounted}`),
  ],
);

export type CommentRow = typeof comments.$inferSelect;
export type ReactionRow = typeof reactions.$inferSelect;
export type ReactionKind = ReactionRow['kind'];
export type ShareRow = typeof shares.$inferSelect;
