import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, type PgSchema, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { ListMembership } from '../events.ts';

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

/** Takes over newer memberships and ignores older ones. */
export async function upsertListMembers(
  db: Db,
  table: ListMemberTable,
  memberships: readonly ListMembership[],
): Promise<void> {
  if (memberships.length === 0) return;
  await db
    .insert(table)
    .values([...memberships])
    .onConflictDoUpdate({
      target: [table.listId, table.userId],
      set: { isMember: sql`excluded.is_member`, version: sql`excluded.version` },
      setWhere: sql`${table.version} < excluded.version`,
    });
}
