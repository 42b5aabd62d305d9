import type { Role, UserSnapshot } from '@nexus/contracts/events';
import { citext, time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('users');

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
    isDiscoverable: boolean('is_discoverable').notNull().default(true),
    hidesFollowGraph: boolean('hides_follow_graph').notNull().default(false),
    /** How often the two above changed: of whom it is 0, nobody was told. */
    discoverabilityVersion: integer('discoverability_version').notNull().default(0),
    role: text().$type<Role>().notNull().default('MEMBER'),
    state: text().$type<UserSnapshot['state']>().notNull().default('ACTIVE'),
    createdAt: time('created_at').notNull().defaultNow(),
    changedAt: time('changed_at')
      .notNull()
      .defaultNow()
      .$onUpdate(() => sql`now()`),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('user_changed').on(table.changedAt),
    check('user_handle_form', sql`${table.handle}::text ~ '^[A-Za-z0-9_]{1,30}$'`),
    // Bytewise, so that one index serves both the range of a prefix and its order.
    index('user_handle_prefix').on(sql`(lower(${table.handle}::text) collate "C")`),
    // Those who keep order: few.
    index('user_staff').on(table.role).where(sql`${table.role} <> 'MEMBER'`),
    index('user_names').using('gin', sql`(${table.handle}::text || ' ' || ${table.displayName}) gin_trgm_ops`),
  ],
);

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

export type ProfileLink = { url: string; label: string | null };

export type UserRow = typeof users.$inferSelect;
