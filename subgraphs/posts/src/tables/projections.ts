import type { LabelPreferences, MutedWords } from '@nexus/contracts/events';
import { personErasureTable } from '@nexus/contracts/projections/erasure/person-erasure';
import { listMemberTable } from '@nexus/contracts/projections/list-member';
import { listRefTable } from '@nexus/contracts/projections/list-ref';
import { moderationRefTable } from '@nexus/contracts/projections/moderation-ref';
import { relEdgeTable } from '@nexus/contracts/projections/rel-edge';
import { userRefTable } from '@nexus/contracts/projections/user-ref';
import { time } from '@nexus/kit/columns';
import { boolean, index, integer, jsonb, pgSchema, primaryKey, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('posts');

/**
 * Who shared what, as interactions tells it; a row stays when the share is taken back, so that versions go on.
 * `sortAt` is that of its feed item.
 */
export const shareRefs = schema.table(
  'share_ref',
  {
    postId: uuid('post_id').notNull(),
    actorId: uuid('actor_id').notNull(),
    shareId: uuid('share_id').notNull(),
    isShared: boolean('is_shared').notNull(),
    sortAt: time('sort_at').notNull(),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.actorId] }), index('share_ref_actor').on(table.actorId)],
);

export const userRefs = userRefTable(schema);
export const relEdges = relEdgeTable(schema);
export const listMembers = listMemberTable(schema);
export const people = { userRefs, relEdges, listMembers };
export const listRefs = listRefTable(schema);
export const moderationRefs = moderationRefTable(schema);
export const personErasures = personErasureTable(schema);

/** All words that somebody does not want to read, as they wrote them. */
export const mutedWords = schema.table('muted_words', {
  userId: uuid('user_id').primaryKey(),
  words: jsonb().$type<MutedWords['words']>().notNull(),
  version: integer().notNull(),
});

/** What people want done with labelled posts; of a label that is not among them, to be warned. */
export const labelPreferences = schema.table('label_preferences', {
  userId: uuid('user_id').primaryKey(),
  preferences: jsonb().$type<LabelPreferences['preferences']>().notNull(),
  version: integer().notNull(),
});

export type ShareRefRow = typeof shareRefs.$inferSelect;
