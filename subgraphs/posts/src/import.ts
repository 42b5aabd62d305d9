import type { ImportPart } from '@nexus/contracts/import';
import { upsertRelEdges, upsertUserRefs } from '@nexus/contracts/projections';
import { importPosts } from './import/import-posts.service.ts';
import { relEdges, userRefs } from './tables.ts';

/** What its owner tells first of anything: whatever happened since has a higher version and stays. */
const version = 1;

/** Posts with all lists and counts they belong to, and of people and follows what must be known of them here. */
export const importPart: ImportPart = {
  users: (tx, users) => {
    const unknown = { avatar: null, isVerified: false, state: 'ACTIVE', version } as const;
    const snapshots = users.map(({ id, handle, displayName }) => ({ userId: id, handle, displayName, ...unknown }));
    return upsertUserRefs(tx, userRefs, snapshots);
  },
  follows: (tx, follows) => {
    const edges = follows.map(({ followerId, followeeId, createdAt }) => ({
      pair: `${followerId}:${followeeId}`,
      sourceId: followerId,
      targetId: followeeId,
      isFollowing: true,
      followedAt: createdAt.toISOString(),
      showShares: true,
      version,
    }));
    return upsertRelEdges(tx, relEdges, edges);
  },
  posts: importPosts,
};
