import { time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AskedPost } from '../post/asked-post.ts';
import { posts } from './posts.ts';

const schema = pgSchema('posts');

const post = () =>
  uuid('post_id')
    .notNull()
    .references(() => posts.id);

/** What a post said before an edit; the present text is in the post itself. */
export const postRevisions = schema.table(
  'post_revision',
  {
    postId: post(),
    revision: integer().notNull(),
    text: text().notNull(),
    contentWarning: text('content_warning'),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.revision] })],
);

/** What a post shows besides its text; photos that were imported by name alone are described by `altText` only. */
export const media = schema.table(
  'media',
  {
    id: uuid().primaryKey(),
    postId: post(),
    position: smallint().notNull(),
    kind: text().$type<'IMAGE'>().notNull(),
    altText: text('alt_text'),
  },
  (table) => [index('media_post').on(table.postId, table.position)],
);

/** What a post asks; the counts of its answers are counters of the poll. */
export const polls = schema.table(
  'poll',
  {
    id: uuid().primaryKey(),
    postId: post(),
    authorId: uuid('author_id').notNull(),
    options: text().array().notNull(),
    isMultiple: boolean('is_multiple').notNull(),
    endsAt: time('ends_at').notNull(),
  },
  (table) => [unique('poll_post').on(table.postId), index('poll_author').on(table.authorId)],
);

/** What one person answered, by the places of the options. */
export const pollVotes = schema.table(
  'poll_vote',
  {
    pollId: uuid('poll_id')
      .notNull()
      .references(() => polls.id),
    voterId: uuid('voter_id').notNull(),
    choices: smallint().array().notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.pollId, table.voterId] }),
    index('poll_vote_voter').on(table.voterId, table.pollId),
  ],
);

/** The posts that authors show before all others. */
export const pins = schema.table(
  'pin',
  {
    postId: post().primaryKey(),
    authorId: uuid('author_id').notNull(),
    pinnedAt: time('pinned_at').notNull().defaultNow(),
  },
  (table) => [index('pin_author').on(table.authorId, table.pinnedAt, table.postId)],
);

/**
 * What somebody has not published yet. `scheduledFor` is what they wished; `dueAt` is when it is tried (again), and null
 * when it is not.
 */
export const drafts = schema.table(
  'draft',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id').notNull(),
    content: jsonb().$type<AskedPost>().notNull(),
    updatedAt: time('updated_at').notNull().defaultNow(),
    scheduledFor: time('scheduled_for'),
    dueAt: time('due_at'),
    attempts: smallint().notNull().default(0),
    failure: text(),
  },
  (table) => [
    index('draft_user').on(table.userId, table.updatedAt, table.id),
    index('draft_schedule')
      .on(table.userId, table.scheduledFor, table.id)
      .where(sql`${table.scheduledFor} is not null`),
    index('draft_due').on(table.dueAt, table.id).where(sql`${table.dueAt} is not null`),
  ],
);

export type PostRevisionRow = typeof postRevisions.$inferSelect;
export type MediaRow = typeof media.$inferSelect;
export type PollRow = typeof polls.$inferSelect;
export type PollVoteRow = typeof pollVotes.$inferSelect;
export type DraftRow = typeof drafts.$inferSelect;
