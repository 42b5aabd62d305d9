import type { LabelPreferences, MutedWords } from '@nexus/contracts/events';
import { time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

const schema = pgSchema('users');

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);

/** One directed edge of the social graph; the row stays when all of it ends, so that its version only grows. */
export const relationships = schema.table(
  'relationship',
  {
    sourceId: person('source_id'),
    targetId: person('target_id'),
    isFollowing: boolean('is_following').notNull(),
    followedAt: time('followed_at'),
    // A follow sleeps while one of the two is not in use: it is neither listed nor counted.
    isDormant: boolean('is_dormant').notNull().default(false),
    showShares: boolean('show_shares').notNull().default(true),
    notifyOnPost: boolean('notify_on_post').notNull().default(false),
    isBlocking: boolean('is_blocking').notNull().default(false),
    blockedAt: time('blocked_at'),
    isMuting: boolean('is_muting').notNull().default(false),
    mutedAt: time('muted_at'),
    mutedUntil: time('muted_until'),
    mutesNotifications: boolean('mutes_notifications').notNull().default(false),
    changedAt: time('changed_at')
      .notNull()
      .defaultNow()
      .$onUpdate(() => sql`now()`),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.targetId] }),
    index('relationship_changed').on(table.changedAt),
    index('relationship_target').on(table.targetId),
    check('relationship_not_oneself', sql`${table.sourceId} <> ${table.targetId}`),
    check('relationship_since', sql`${table.isFollowing} = (${table.followedAt} is not null)`),
    check('relationship_dormant', sql`${table.isFollowing} or not ${table.isDormant}`),
    check('relationship_blocked', sql`${table.isBlocking} = (${table.blockedAt} is not null)`),
    check('relationship_muted', sql`${table.isMuting} = (${table.mutedAt} is not null)`),
    index('relationship_followers')
      .on(table.targetId, table.followedAt, table.sourceId)
      .where(sql`${table.isFollowing} and not ${table.isDormant}`),
    index('relationship_following')
      .on(table.sourceId, table.followedAt, table.targetId)
      .where(sql`${table.isFollowing} and not ${table.isDormant}`),
    index('relationship_dormant_followers').on(table.targetId).where(sql`${table.isDormant}`),
    index('relationship_dormant_following').on(table.sourceId).where(sql`${table.isDormant}`),
    index('relationship_blocking').on(table.sourceId, table.blockedAt, table.targetId).where(sql`${table.isBlocking}`),
    index('relationship_blocked_by').on(table.targetId, table.sourceId).where(sql`${table.isBlocking}`),
    index('relationship_muting').on(table.sourceId, table.mutedAt, table.targetId).where(sql`${table.isMuting}`),
  ],
);

/** Somebody who waits for the owner of a private account to let them follow; gone once it is answered. */
export const followRequests = schema.table(
  'follow_request',
  {
    id: uuid().primaryKey(),
    requesterId: person('requester_id'),
    targetId: person('target_id'),
    showShares: boolean('show_shares').notNull(),
    notifyOnPost: boolean('notify_on_post').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('follow_request_pair').on(table.requesterId, table.targetId),
    index('follow_request_waiting').on(table.targetId, table.createdAt, table.id),
    index('follow_request_sent').on(table.requesterId, table.createdAt, table.id),
  ],
);

/** A list of people; the row stays when it is deleted, until everybody on it is off it. */
export const lists = schema.table(
  'list',
  {
    id: uuid().primaryKey(),
    ownerId: person('owner_id'),
    name: text().notNull(),
    description: text(),
    isPrivate: boolean('is_private').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    deletedAt: time('deleted_at'),
    // When everybody was off a deleted list.
    emptiedAt: time('emptied_at'),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('list_owner').on(table.ownerId, table.createdAt, table.id).where(sql`${table.deletedAt} is null`),
    // Those that are deleted too: they are part of what is forgotten of their owner.
    index('list_of').on(table.ownerId),
    index('list_to_empty')
      .on(table.deletedAt)
      .where(sql`${table.deletedAt} is not null and ${table.emptiedAt} is null`),
  ],
);

/** Whether a person is on a list; the row stays when they leave, so that its version only grows. */
export const listMembers = schema.table(
  'list_member',
  {
    listId: uuid('list_id')
      .notNull()
      .references(() => lists.id),
    userId: person('user_id'),
    isMember: boolean('is_member').notNull(),
    addedAt: time('added_at').notNull().defaultNow(),
    changedAt: time('changed_at')
      .notNull()
      .defaultNow()
      .$onUpdate(() => sql`now()`),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.userId] }),
    index('list_member_changed').on(table.changedAt),
    index('list_member_newest').on(table.listId, table.addedAt, table.userId).where(sql`${table.isMember}`),
    index('list_member_user').on(table.userId),
    index('list_member_of').on(table.userId, table.listId).where(sql`${table.isMember}`),
  ],
);

/** The words that a person does not want to read, all in one row: it has one version. */
export const mutedWords = schema.table('muted_words', {
  userId: person('user_id').primaryKey(),
  words: jsonb().$type<MutedWords['words']>().notNull(),
  version: integer().notNull().default(1),
});

/** What a person wants done with labelled posts, all in one row: it has one version. */
export const labelPreferences = schema.table('label_preferences', {
  userId: person('user_id').primaryKey(),
  preferences: jsonb().$type<LabelPreferences['preferences']>().notNull(),
  version: integer().notNull().default(1),
});

/** People whom somebody does not want suggested to them. */
export const suggestionDismissals = schema.table(
  'suggestion_dismissal',
  {
    userId: person('user_id'),
    targetId: person('target_id'),
    dismissedAt: time('dismissed_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.targetId] }),
    index('suggestion_dismissal_of').on(table.targetId),
  ],
);

export type RelationshipRow = typeof relationships.$inferSelect;
export type FollowRequestRow = typeof followRequests.$inferSelect;
export type DismissalRow = typeof suggestionDismissals.$inferSelect;
export type ListRow = typeof lists.$inferSelect;
export type ListMemberRow = typeof listMembers.$inferSelect;
