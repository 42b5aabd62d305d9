import { time } from '@nexus/kit/columns';
import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { boolean, index, integer, type PgSchema, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { RelationshipEdge } from '../events.ts';
import { upsertNewer } from './upsert-newer.ts';

/** `rel_edge`: who follows, blocks and mutes whom, as a content subgraph knows it; a row stays when all of it ends. */
export function relEdgeTable(schema: PgSchema) {
  return schema.table(
    'rel_edge',
    {
      sourceId: uuid('source_id').notNull(),
      targetId: uuid('target_id').notNull(),
      isFollowing: boolean('is_following').notNull(),
      followedAt: time('followed_at'),
      showShares: boolean('show_shares').notNull(),
      notifyOnPost: boolean('notify_on_post').notNull().default(false),
      isBlocking: boolean('is_blocking').notNull().default(false),
      isMuting: boolean('is_muting').notNull().default(false),
      mutedUntil: time('muted_until'),
      mutesNotifications: boolean('mutes_notifications').notNull().default(false),
      version: integer().notNull(),
    },
    (table) => [
      primaryKey({ columns: [table.sourceId, table.targetId] }),
      index('rel_edge_target').on(table.targetId),
      index('rel_edge_blocking').on(table.sourceId, table.targetId).where(sql`${table.isBlocking}`),
      index('rel_edge_blocked').on(table.targetId, table.sourceId).where(sql`${table.isBlocking}`),
      index('rel_edge_muting').on(table.sourceId, table.targetId).where(sql`${table.isMuting}`),
    ],
  );
}

export type RelEdgeTable = ReturnType<typeof relEdgeTable>;

/** Takes over newer edges of the social graph. */
export function upsertRelEdges(db: Db, table: RelEdgeTable, edges: readonly RelationshipEdge[]): Promise<void> {
  const rows = edges.map((edge) => ({
    ...edge,
    followedAt: toDate(edge.followedAt),
    mutedUntil: toDate(edge.mutedUntil),
  }));
  return upsertNewer(db, table, { rows, key: ['sourceId', 'targetId'] });
}

const toDate = (time: string | null) => (time === null ? null : new Date(time));
