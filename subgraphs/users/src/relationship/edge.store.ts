import { and, eq, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type RelationshipRow, relationships } from '../tables/graph.ts';

/** From whom an edge goes to whom. */
export type Ends = { sourceId: string; targetId: string };
/** An edge that changed; `wasCounted` when it was a follow between people in use before. */
export type ChangedEdge = RelationshipRow & { wasCounted: boolean };

// `old` is the row before the statement (PostgreSQL 18); there is none when the edge is new.
export const withWasCounted = {
  ...getTableColumns(relationships),
  wasCounted: sql<boolean>`coalesce(old.is_following and not old.is_dormant, false)`,
};
export const changed = { changedAt: sql`now()`, version: sql`${relationships.version} + 1` };
export const notFollowing = { isFollowing: false, followedAt: null, isDormant: false, notifyOnPost: false };

/**
 * Whether an edge is a follow between people in use. Written out, not as parameters: a partial index is used only when the
 * statement itself says what it leaves out.
 */
export const isAwake = (edge: Record<'isFollowing' | 'isDormant', SQLWrapper> = relationships): SQL =>
  sql`${edge.isFollowing} and not ${edge.isDormant}`;

export const isEdge = ({ sourceId, targetId }: Ends) =>
  and(eq(relationships.sourceId, sourceId), eq(relationships.targetId, targetId));
