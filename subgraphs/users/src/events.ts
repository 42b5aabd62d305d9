import type {
  Discoverability,
  ListMembership,
  ListSnapshot,
  Moderation,
  RelationshipEdge,
  UserSnapshot,
} from '@nexus/contracts/events';
import type { ListMemberRow, ListRow, RelationshipRow } from './tables/graph.ts';
import type { ModerationRow } from './tables/moderation.ts';
import type { UserRow } from './tables/users.ts';

/** What `users.user.updated.v1` says of a person. */
export function snapshotOf({
  id,
  handle,
  displayName,
  isVerified,
  isPrivate,
  role,
  state,
  version,
}: UserRow): UserSnapshot {
  return { userId: id, handle, displayName, avatar: null, isVerified, isPrivate, role, state, version };
}

/** What `users.discoverability.changed.v1` says of a person. */
export function discoverabilityOf({ id, isDiscoverable, hidesFollowGraph, ...user }: UserRow): Discoverability {
  return { userId: id, isDiscoverable, hidesFollowGraph, version: user.discoverabilityVersion };
}

/** What `users.relationship.changed.v1` says of an edge. */
export function edgeOf({ followedAt, mutedUntil, ...edge }: RelationshipRow): RelationshipEdge {
  const { sourceId, targetId, isFollowing, showShares, notifyOnPost, isBlocking, isMuting, mutesNotifications } = edge;
  return {
    sourceId,
    targetId,
    isFollowing,
    followedAt: followedAt?.toISOString() ?? null,
    showShares,
    notifyOnPost,
    isBlocking,
    isMuting,
    mutedUntil: mutedUntil?.toISOString() ?? null,
    mutesNotifications,
    version: edge.version,
  };
}

/** What `users.list.changed.v1` says of a list. */
export function listOf({ id, ownerId, isPrivate, deletedAt, version }: ListRow): ListSnapshot {
  return { listId: id, ownerId, isPrivate, isDeleted: deletedAt !== null, version };
}

/** What `users.list_member.changed.v1` says of a place on a list. */
export function membershipOf({ listId, userId, isMember, version }: ListMemberRow): ListMembership {
  return { listId, userId, isMember, version };
}

/** What `users.moderation.changed.v1` says of a person, post or comment. */
export function moderationOf(decided: ModerationRow): Moderation {
  const { subjectKind, subjectId, isRemoved, isLimited, labels, version } = decided;
  return { subjectKind, subjectId, isRemoved, isLimited, labels, version };
}
