import type { Listeners } from '@nexus/kit/events/listen';
import type { Events } from '../events.ts';
import type { ImportPart } from '../import.ts';
import { upsertRelEdges } from './rel-edge.ts';
import { takeOverEdges, takeOverMemberships } from './take-over.ts';
import { upsertUserRefs } from './user-ref.ts';
import type { People } from './visibility.ts';

/** What a content subgraph does when it hears of people, of how they stand to each other, and of their lists. */
export function projectionListeners(people: People): Listeners<Events> {
  return {
    'users.user.updated.v1': (tx, person) => upsertUserRefs(tx, people.userRefs, [person]),
    'users.relationship.changed.v1': (tx, edge) => takeOverEdges(tx, people, [edge]),
    'users.list_member.changed.v1': (tx, membership) => takeOverMemberships(tx, people, [membership]),
  };
}

/** What its owner tells first of anything: whatever happened since has a higher version and stays. */
export const FIRST_VERSION = 1;

/** An edge as a plain follow makes it. */
export const PLAIN_FOLLOW = {
  isFollowing: true,
  showShares: true,
  notifyOnPost: false,
  isBlocking: false,
  isMuting: false,
  mutedUntil: null,
  mutesNotifications: false,
} as const;

/** What a content subgraph takes of people and follows in an import. */
export function projectionImport({ userRefs, relEdges }: People): ImportPart {
  const plain = {
    avatar: null,
    isVerified: false,
    isPrivate: false,
    role: 'MEMBER',
    state: 'ACTIVE',
    version: FIRST_VERSION,
  } as const;
  return {
    users: (tx, users) => {
      const snapshots = users.map(({ id, handle, displayName }) => ({ userId: id, handle, displayName, ...plain }));
      return upsertUserRefs(tx, userRefs, snapshots);
    },
    follows: (tx, follows) => {
      const edges = follows.map(({ followerId, followeeId, createdAt }) => ({
        ...PLAIN_FOLLOW,
        sourceId: followerId,
        targetId: followeeId,
        followedAt: createdAt.toISOString(),
        version: FIRST_VERSION,
      }));
      return upsertRelEdges(tx, relEdges, edges);
    },
  };
}
