import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { boolean, integer, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import type { ListSnapshot } from '../events.ts';

/** `list_ref`: whose list it is and who may see it; a row stays when the list is deleted, so that versions go on. */
export function listRefTable(schema: PgSchema) {
  return schema.table('list_ref', {
    id: uuid().primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    isPrivate: boolean('is_private').notNull(),
    isDeleted: boolean('is_deleted').notNull(),
    version: integer().notNull(),
  });
}

export type ListRefTable = ReturnType<typeof listRefTable>;

/** Takes over newer states of lists and ignores older ones. */
export async function upsertListRefs(db: Db, table: ListRefTable, lists: readonly ListSnapshot[]): Promise<void> {
  if (lists.length === 0) return;
  await db
    .insert(table)
    .values(lists.map(({ listId, ...known }) => ({ id: listId, ...known })))
    .onConflictDoUpdate({
      target: table.id,
      set: {
        ownerId: sql`excluded.owner_id`,
        isPrivate: sql`excluded.is_private`,
        isDeleted: sql`excluded.is_deleted`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${table.version} < excluded.version`,
    });
}
