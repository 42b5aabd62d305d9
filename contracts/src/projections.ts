import type { Db } from '@nexus/kit/database';
import type { Listeners } from '@nexus/kit/events/listen';
import { inArray, sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, type PgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Events, RelationshipEdge, UserSnapshot } from './events.ts';
import type { ImportPart } from './import.ts';

/** `user_ref`: what a content subgraph shows of people, so that a feed page needs no call to users. */
export function userRefTable(schema: PgSchema) {
  return schema.table(
    'user_ref',
    {
      id: uuid().primaryKey(),
      handle: text().notNull(),
      displayName: text('display_name').notNull(),
      avatar: jsonb().$type<UserSnapshot['avatar']>(),
      isVerified: boolean('is_verified').notNull(),
      state: text().$type<UserSnapshot['state']>().notNull(),
      version: integer().notNull(),
    },
    // A mention finds its person in any case.
    (table) => [index('user_ref_handle').on(sql`lower(${table.handle})`)],
  );
}

/** `rel_edge`: who follows whom, as a content subgraph knows it; a row stays when the follow ends. */
export function relEdgeTable(schema: PgSchema) {
  return schema.table(
    'rel_edge',
    {
      sourceId: uuid('source_id').notNull(),
      targetId: uuid('target_id').notNull(),
      isFollowing: boolean('is_following').notNull(),
      followedAt: timestamp('followed_at', { withTimezone: true, precision: 3 }),
      showShares: boolean('show_shares').notNull(),
      version: integer().notNull(),
    },
    (table) => [primaryKey({ columns: [table.sourceId, table.targetId] })],
  );
}

export type UserRefTable = ReturnType<typeof userRefTable>;
export type RelEdgeTable = ReturnType<typeof relEdgeTable>;
export type UserRefRow = UserRefTable['$inferSelect'];

export function findUserRefsByIds(db: Db, table: UserRefTable, ids: readonly string[]): Promise<UserRefRow[]> {
  return db
    .select()
    .from(table)
    .where(inArray(table.id, [...ids]));
}

/** Takes over newer snapshots of people and ignores older ones: replay and disorder are harmless. */
async function upsertUserRefs(db: Db, table: UserRefTable, snapshots: readonly UserSnapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  await db
    .insert(table)
    .values(snapshots.map(({ userId, ...shown }) => ({ id: userId, ...shown })))
    .onConflictDoUpdate({
      target: table.id,
      set: {
        handle: sql`excluded.handle`,
        displayName: sql`excluded.display_name`,
        avatar: sql`excluded.avatar`,
        isVerified: sql`excluded.is_verified`,
        state: sql`excluded.state`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${table.version} < excluded.version`,
    });
}

/** Takes over newer edges of the social graph and ignores older ones. */
export async function upsertRelEdges(db: Db, table: RelEdgeTable, edges: readonly RelationshipEdge[]): Promise<void> {
  if (edges.length === 0) return;
  await db
    .insert(table)
    .values(
      edges.map(({ followedAt, ...edge }) => ({
        ...edge,
        followedAt: followedAt === null ? null : new Date(followedAt),
      })),
    )
    .onConflictDoUpdate({
      target: [table.sourceId, table.targetId],
      set: {
        isFollowing: sql`excluded.is_following`,
        followedAt: sql`excluded.followed_at`,
        showShares: sql`excluded.show_shares`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${table.version} < excluded.version`,
    });
}

type Projections = { userRefs: UserRefTable; relEdges: RelEdgeTable };

/** What a content subgraph does when it hears of people and of who follows whom. */
export function projectionListeners({ userRefs, relEdges }: Projections): Listeners<Events> {
  return {
    'users.user.updated.v1': (tx, person) => upsertUserRefs(tx, userRefs, [person]),
    'users.relationship.changed.v1': (tx, edge) => upsertRelEdges(tx, relEdges, [edge]),
  };
}

/** What its owner tells first of anything: whatever happened since has a higher version and stays. */
export const FIRST_VERSION = 1;

/** What a content subgraph takes of people and follows in an import. */
export function projectionImport({ userRefs, relEdges }: Projections): ImportPart {
  const unknown = { avatar: null, isVerified: false, state: 'ACTIVE', version: FIRST_VERSION } as const;
  return {
    users: (tx, users) => {
      const snapshots = users.map(({ id, handle, displayName }) => ({ userId: id, handle, displayName, ...unknown }));
      return upsertUserRefs(tx, userRefs, snapshots);
    },
    follows: (tx, follows) => {
      const edges = follows.map(({ followerId, followeeId, createdAt }) => ({
        sourceId: followerId,
        targetId: followeeId,
        isFollowing: true,
        followedAt: createdAt.toISOString(),
        showShares: true,
        version: FIRST_VERSION,
      }));
      return upsertRelEdges(tx, relEdges, edges);
    },
  };
}
