import type { Db } from '@nexus/kit/database';
import { boolean, integer, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import type { ListSnapshot } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

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

/** Takes over newer states of lists. */
export function upsertListRefs(db: Db, table: ListRefTable, lists: readonly ListSnapshot[]): Promise<void> {
  return upsertNewer(db, table, { rows: lists.map(({ listId, ...known }) => ({ id: listId, ...known })), key: ['id'] });
}
