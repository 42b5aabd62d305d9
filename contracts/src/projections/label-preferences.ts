import type { Db } from '@nexus/kit/database';
import { integer, jsonb, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import type { LabelPreferences } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

/** `label_preferences`: what people want done with labelled posts; of a label that is not among them, to be warned. */
export function labelPreferencesTable(schema: PgSchema) {
  return schema.table('label_preferences', {
    userId: uuid('user_id').primaryKey(),
    preferences: jsonb().$type<LabelPreferences['preferences']>().notNull(),
    version: integer().notNull(),
  });
}

export type LabelPreferencesTable = ReturnType<typeof labelPreferencesTable>;

/** Takes over newer preferences. */
export function upsertLabelPreferences(
  db: Db,
  table: LabelPreferencesTable,
  preferences: readonly LabelPreferences[],
): Promise<void> {
  return upsertNewer(db, table, { rows: preferences, key: ['userId'] });
}
