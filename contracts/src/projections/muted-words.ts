import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { integer, jsonb, type PgSchema, uuid } from 'drizzle-orm/pg-core';
import type { MutedWords } from '../events.ts';

/** `muted_words`: all words that somebody does not want to read, as they wrote them. */
export function mutedWordsTable(schema: PgSchema) {
  return schema.table('muted_words', {
    userId: uuid('user_id').primaryKey(),
    words: jsonb().$type<MutedWords['words']>().notNull(),
    version: integer().notNull(),
  });
}

export type MutedWordsTable = ReturnType<typeof mutedWordsTable>;

/** Takes over newer words and ignores older ones. */
export async function upsertMutedWords(db: Db, table: MutedWordsTable, muted: readonly MutedWords[]): Promise<void> {
  if (muted.length === 0) return;
  await db
    .insert(table)
    .values([...muted])
    .onConflictDoUpdate({
      target: table.userId,
      set: { words: sql`excluded.words`, version: sql`excluded.version` },
      setWhere: sql`${table.version} < excluded.version`,
    });
}
