import type { Db } from '@nexus/kit/database';
import { boolean, integer, type PgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { ContentLabel, Moderation, SubjectKind } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

/** `moderation_ref`: what moderators have decided of people, posts and comments; what has no row is as its author left it. */
export function moderationRefTable(schema: PgSchema) {
  return schema.table('moderation_ref', {
    subjectId: uuid('subject_id').primaryKey(),
    subjectKind: text('subject_kind').$type<SubjectKind>().notNull(),
    isRemoved: boolean('is_removed').notNull(),
    isLimited: boolean('is_limited').notNull(),
    labels: text().array().$type<ContentLabel[]>().notNull(),
    version: integer().notNull(),
  });
}

export type ModerationRefTable = ReturnType<typeof moderationRefTable>;

/** Takes over newer decisions; the rows are held until the transaction ends, so that what follows from them does so in order. */
export function upsertModerationRefs(
  tx: Db,
  table: ModerationRefTable,
  moderations: readonly Moderation[],
): Promise<void> {
  return upsertNewer(tx, table, { rows: moderations, key: ['subjectId'] });
}
