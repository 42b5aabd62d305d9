import type { Events, RelationshipEdge, UserSnapshot } from '@nexus/contracts/events';
import type { Listeners } from '@nexus/kit/events/listen';
import type { RelationshipRow, UserRow } from './tables.ts';

/** Users tells; it hears nothing. */
export const listeners: Listeners<Events> = {};

/** What `users.user.updated.v1` says of a person. */
export function snapshotOf({ id, handle, displayName, isVerified, state, version }: UserRow): UserSnapshot {
  return { userId: id, handle, displayName, avatar: null, isVerified, state, version };
}

/** What `users.relationship.changed.v1` says of an edge. */
export function edgeOf({ sourceId, targetId, followedAt, ...edge }: RelationshipRow): RelationshipEdge {
  return {
    sourceId,
    targetId,
    isFollowing: edge.isFollowing,
    followedAt: followedAt?.toISOString() ?? null,
    showShares: edge.showShares,
    version: edge.version,
  };
}
