import type { Db } from '@nexus/kit/database';
import { inArray, sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, type PgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { UserSnapshot } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

/** `user_ref`: what a content subgraph shows of people, so that a feed page needs no call to users. */
export function userRefTable(schema: PgSchema) {
  return schema.table(
    'user_ref',
    {
      id: uuid().primaryKey(),
      handle: text().notNull(),
      displayName: text('display_name').notNull(),
      avatar: jsonb().$type<UserSnapshot['avatar']>(),
      isVerified: boolean('is_verified').notNull(),
      isPrivate: boolean('is_private').notNull().default(false),
      role: text().$type<UserSnapshot['role']>().notNull().default('MEMBER'),
      state: text().$type<UserSnapshot['state']>().notNull(),
      version: integer().notNull(),
    },
    // A mention finds its person in any case.
    (table) => [index('user_ref_handle').on(sql`lower(${table.handle})`)],
  );
}

export type UserRefTable = ReturnType<typeof userRefTable>;
export type UserRefRow = UserRefTable['$inferSelect'];

export function findUserRefsByIds(db: Db, table: UserRefTable, ids: readonly string[]): Promise<UserRefRow[]> {
  return db
    .select()
    .from(table)
    .where(inArray(table.id, [...ids]));
}

/** Takes over newer snapshots of people. Who is deleted stays so. */
export function upsertUserRefs(db: Db, table: UserRefTable, snapshots: readonly UserSnapshot[]): Promise<void> {
  const rows = snapshots.map(({ userId, ...shown }) => ({ id: userId, ...shown }));
  const unless = sql`${table.state} = 'DELETED' and excluded.state <> 'DELETED'`;
  return upsertNewer(db, table, { rows, key: ['id'], unless });
}
