import type { Audience, Visibility } from '@nexus/contracts/events';
import { personErasureTable } from '@nexus/contracts/projections/erasure/person-erasure';
import { listMemberTable } from '@nexus/contracts/projections/list-member';
import { moderationRefTable } from '@nexus/contracts/projections/moderation-ref';
import { relEdgeTable } from '@nexus/contracts/projections/rel-edge';
import { userRefTable } from '@nexus/contracts/projections/user-ref';
import { time } from '@nexus/kit/columns';
import { index, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('interactions');

/** What is known here of posts: enough to count and to guard them. */
export const postRefs = schema.table(
  'post_ref',
  {
    id: uuid().primaryKey(),
    authorId: uuid('author_id').notNull(),
    visibility: text().$type<Visibility>().notNull(),
    listId: uuid('list_id'),
    commentPolicy: text('comment_policy').$type<Audience>().notNull().default('EVERYONE'),
    state: text().$type<'LIVE' | 'DELETED'>().notNull(),
    createdAt: time('created_at').notNull(),
    version: integer().notNull(),
  },
  (table) => [index('post_ref_author_time').on(table.authorId, table.createdAt, table.id)],
);

export const userRefs = userRefTable(schema);
export const relEdges = relEdgeTable(schema);
export const listMembers = listMemberTable(schema);
export const people = { userRefs, relEdges, listMembers };
export const moderationRefs = moderationRefTable(schema);
export const personErasures = personErasureTable(schema);

export type PostRefRow = typeof postRefs.$inferSelect;
