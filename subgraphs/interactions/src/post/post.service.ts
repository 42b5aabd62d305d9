import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { notFound } from '@nexus/kit/errors';
import { lockVisiblePost, type ShownPost } from './post.store.ts';

/** A post the viewer may see, held until the transaction ends, or NOT_FOUND at `path`. */
export async function holdVisiblePost(
  tx: Db,
  { id, path }: { id: string; path: string },
  viewer: Viewer,
): Promise<ShownPost> {
  const post = await lockVisiblePost(tx, id, viewer.id);
  if (!post) throw notFound('The post', path);
  return post;
}

/** Whoever is signed in may share what everybody may see. */
export const canShare = (post: ShownPost, viewer: Viewer | undefined): boolean =>
  viewer !== undefined && post.isForEverybody;
