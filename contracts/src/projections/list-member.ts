import type { Db } from '@nexus/kit/database';
import { boolean, index, integer, type PgSchema, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { ListMembership } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

/** `list_member`: who is on which list; a row stays when somebody leaves, so that versions go on. */
export function listMemberTable(schema: PgSchema) {
  return schema.table(
    'list_member',
    {
      listId: uuid('list_id').notNull(),
      userId: uuid('user_id').notNull(),
      isMember: boolean('is_member').notNull(),
      version: integer().notNull(),
    },
    (table) => [primaryKey({ columns: [table.listId, table.userId] }), index('list_member_user').on(table.userId)],
  );
}

export type ListMemberTable = ReturnType<typeof listMemberTable>;

/** Takes over newer memberships. */
export function upsertListMembers(
  db: Db,
  table: ListMemberTable,
  memberships: readonly ListMembership[],
): Promise<void> {
  return upsertNewer(db, table, { rows: memberships, key: ['listId', 'userId'] });
}
