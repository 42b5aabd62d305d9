import type { Db } from '@nexus/kit/database';
import { integer, jsonb, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import type { MutedWords } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

/** `muted_words`: all words that somebody does not want to read, as they wrote them. */
export function mutedWordsTable(schema: PgSchema) {
  return schema.table('muted_words', {
    userId: uuid('user_id').primaryKey(),
    words: jsonb().$type<MutedWords['words']>().notNull(),
    version: integer().notNull(),
  });
}

export type MutedWordsTable = ReturnType<typeof mutedWordsTable>;

/** Takes over newer words. */
export function upsertMutedWords(db: Db, table: MutedWordsTable, muted: readonly MutedWords[]): Promise<void> {
  return upsertNewer(db, table, { rows: muted, key: ['userId'] });
}
