import type { Role, UserSnapshot } from '@nexus/contracts/events';
import { counterTables } from '@nexus/kit/counters';
import { inboxTable } from '@nexus/kit/events/inbox';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const schema = pgSchema('users');

const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
/** Text that ignores case when it is compared. */
const citext = customType<{ data: string }>({ dataType: () => 'citext' });

export const inbox = inboxTable(schema);
export const counting = counterTables(schema);
export const { counters, counterDeltas } = counting;

/** A person as others see them. */
export const users = schema.table(
  'user',
  {
    id: uuid().primaryKey(),
    handle: citext().notNull().unique('user_handle'),
    displayName: text('display_name').notNull(),
    bio: text(),
    links: jsonb().$type<ProfileLink[]>().notNull().default([]),
    isVerified: boolean('is_verified').notNull().default(false),
    isPrivate: boolean('is_private').notNull().default(false),
    role: text().$type<Role>().notNull().default('MEMBER'),
    state: text().$type<UserSnapshot['state']>().notNull().default('ACTIVE'),
    createdAt: time('created_at').notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check('user_handle_form', sql`${table.handle}::text ~ '^[A-Za-z0-9_]{1,30}$'`),
    // Bytewise, so that one index serves both the range of a prefix and its order.
    index('user_handle_prefix').on(sql`(lower(${table.handle}::text) collate "C")`),
    index('user_names').using('gin', sql`(${table.handle}::text || ' ' || ${table.displayName}) gin_trgm_ops`),
  ],
);

/** What a person signs in with; imported people have no e-mail. */
export const accounts = schema.table('account', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  email: citext().unique('account_email'),
  passwordHash: text('password_hash'),
});

/** Handles people gave up: reserved for them for a while, and a measure of how often they change. */
export const handleChanges = schema.table(
  'handle_change',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    oldHandle: citext('old_handle').notNull(),
    changedAt: time('changed_at').notNull().defaultNow(),
  },
  (table) => [
    index('handle_change_handle').on(table.oldHandle, table.changedAt),
    index('handle_change_user').on(table.userId, table.changedAt),
  ],
);

/** A family of refresh tokens; only the token of the present generation is good. */
export const sessions = schema.table(
  'session',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    generation: integer().notNull().default(1),
    userAgent: text('user_agent'),
    ipPrefix: text('ip_prefix'),
    createdAt: time('created_at').notNull().defaultNow(),
    rotatedAt: time('rotated_at').notNull().defaultNow(),
    expiresAt: time('expires_at').notNull(),
    revokedAt: time('revoked_at'),
  },
  (table) => [
    index('session_user').on(table.userId, table.createdAt, table.id).where(sql`${table.revokedAt} is null`),
    // When it ended or will end: `least` passes over null.
    index('session_end').on(sql`least(${table.expiresAt}, ${table.revokedAt})`),
  ],
);

/** One directed edge of the social graph; the row stays when the follow ends, so that its version only grows. */
export const relationships = schema.table(
  'relationship',
  {
    sourceId: uuid('source_id')
      .notNull()
      .references(() => users.id),
    targetId: uuid('target_id')
      .notNull()
      .references(() => users.id),
    isFollowing: boolean('is_following').notNull(),
    followedAt: time('followed_at'),
    showShares: boolean('show_shares').notNull().default(true),
    notifyOnPost: boolean('notify_on_post').notNull().default(false),
    isBlocking: boolean('is_blocking').notNull().default(false),
    blockedAt: time('blocked_at'),
    isMuting: boolean('is_muting').notNull().default(false),
    mutedAt: time('muted_at'),
    mutedUntil: time('muted_until'),
    mutesNotifications: boolean('mutes_notifications').notNull().default(false),
    changedAt: time('changed_at').notNull().defaultNow(),
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.sourceId, table.targetId] }),
    check('relationship_not_oneself', sql`${table.sourceId} <> ${table.targetId}`),
    check('relationship_since', sql`${table.isFollowing} = (${table.followedAt} is not null)`),
    index('relationship_followers')
      .on(table.targetId, table.followedAt, table.sourceId)
      .where(sql`${table.isFollowing}`),
    index('relationship_following')
      .on(table.sourceId, table.followedAt, table.targetId)
      .where(sql`${table.isFollowing}`),
  ],
);

export type ProfileLink = { url: string; label: string | null };
export type UserRow = typeof users.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
export type RelationshipRow = typeof relationships.$inferSelect;
