import type { SubgraphName } from '@nexus/contracts/subgraph-names';
import { bytes, citext, time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { index, integer, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

const schema = pgSchema('users');

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);

/** What a person signs in with; imported people have no e-mail. */
export const accounts = schema.table('account', {
  userId: person('user_id').primaryKey(),
  email: citext().unique('account_email'),
  passwordHash: text('password_hash'),
});

/** A family of refresh tokens; only the token of the present generation is good. */
export const sessions = schema.table(
  'session',
  {
    id: uuid().primaryKey(),
    userId: person('user_id'),
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
    // Those that ended too: a copy of somebody's data has them, and a deletion takes them.
    index('session_of').on(table.userId),
    // When it ended or will end: `least` passes over null.
    index('session_end').on(sql`least(${table.expiresAt}, ${table.revokedAt})`),
    index('session_revoked').on(table.revokedAt).where(sql`${table.revokedAt} is not null`),
  ],
);

/** Why an account is out of use, by its owner's doing or by a moderator's; without a row, or with an empty one, it is in use. */
export const holds = schema.table(
  'hold',
  {
    userId: person('user_id').primaryKey(),
    deactivatedAt: time('deactivated_at'),
    suspendedAt: time('suspended_at'),
    // Null: until somebody takes it back.
    suspendedUntil: time('suspended_until'),
  },
  (table) => [index('hold_suspended_until').on(table.suspendedUntil).where(sql`${table.suspendedUntil} is not null`)],
);

/** Accounts that are to be deleted, and those that were; gone when their owner comes back in time. */
export const deletions = schema.table(
  'deletion',
  {
    userId: person('user_id').primaryKey(),
    // Whoever has the token may ask how far it is.
    tokenHash: text('token_hash').notNull().unique('deletion_token'),
    requestedAt: time('requested_at').notNull().defaultNow(),
    scheduledFor: time('scheduled_for').notNull(),
    begunAt: time('begun_at'),
    completedAt: time('completed_at'),
  },
  (table) => [
    index('deletion_due').on(table.scheduledFor).where(sql`${table.begunAt} is null`),
    index('deletion_begun').on(table.begunAt).where(sql`${table.begunAt} is not null and ${table.completedAt} is null`),
  ],
);

/** How far each subgraph is with forgetting a person; users is one of them, and the last. */
export const erasures = schema.table(
  'erasure',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => deletions.userId),
    participant: text().$type<SubgraphName>().notNull(),
    state: text().$type<'WAITING' | 'ERASING' | 'COMPLETED'>().notNull().default('WAITING'),
    erasedCount: integer('erased_count').notNull().default(0),
    askedAt: time('asked_at').notNull().defaultNow(),
    // That of the participant's last word.
    version: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.participant] }),
    index('erasure_unanswered').on(table.askedAt).where(sql`${table.state} <> 'COMPLETED'`),
  ],
);

/** Handles of deleted people, as keyed hashes: nobody else is called by them, and they are not kept. */
export const handleTombstones = schema.table('handle_tombstone', {
  handleHash: text('handle_hash').primaryKey(),
  buriedAt: time('buried_at').notNull().defaultNow(),
});

/** Copies of all that is kept of a person, made at their wish. */
export const dataExports = schema.table(
  'data_export',
  {
    id: uuid().primaryKey(),
    userId: person('user_id'),
    state: text().$type<'PENDING' | 'RUNNING' | 'READY' | 'EXPIRED' | 'FAILED'>().notNull().default('PENDING'),
    requestedAt: time('requested_at').notNull().defaultNow(),
    // Whoever works on it says so again and again; after this another may take over.
    leasedUntil: time('leased_until'),
    attempts: smallint().notNull().default(0),
    size: integer(),
    expiresAt: time('expires_at'),
  },
  (table) => [
    index('data_export_of').on(table.userId, table.requestedAt, table.id),
    index('data_export_open').on(table.requestedAt).where(sql`${table.state} in ('PENDING', 'RUNNING')`),
    index('data_export_expiry').on(table.expiresAt).where(sql`${table.state} = 'READY'`),
  ],
);

/** The bytes of a finished or growing archive, in order. Those of an attempt that failed are never read. */
export const exportChunks = schema.table(
  'export_chunk',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => dataExports.id, { onDelete: 'cascade' }),
    attempt: smallint().notNull(),
    position: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.exportId, table.attempt, table.position] })],
);

export type HoldRow = typeof holds.$inferSelect;
export type DeletionRow = typeof deletions.$inferSelect;
export type ErasureRow = typeof erasures.$inferSelect;
export type DataExportRow = typeof dataExports.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
