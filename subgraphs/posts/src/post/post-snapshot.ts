import type { PostSnapshot } from '@nexus/contracts/events';
import type { PostRow } from '../tables/posts.ts';

/** What neighbours hear of a post. */
export function snapshotOf({ id, deletedAt, createdAt, ...post }: PostRow): PostSnapshot {
  const { authorId, visibility, listId, commentPolicy, version } = post;
  const state = deletedAt ? 'DELETED' : 'LIVE';
  return {
    postId: id,
    authorId,
    visibility,
    listId,
    commentPolicy,
    state,
    createdAt: createdAt.toISOString(),
    version,
  };
}
