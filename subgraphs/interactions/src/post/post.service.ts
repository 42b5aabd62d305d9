import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { notFound } from '@nexus/kit/errors';
import type { PostRefRow } from '../tables.ts';
import { findVisiblePosts } from './post.store.ts';

/** A post the viewer may see, or NOT_FOUND at `path`. */
export async function requireVisiblePost(
  db: Db,
  { id, path }: { id: string; path: string },
  viewer: Viewer,
): Promise<PostRefRow> {
  const [post] = await findVisiblePosts(db, [id], viewer.id);
  if (!post) throw notFound('The post', path);
  return post;
}

/** Whoever is signed in and sees a post may comment on it. */
export const canComment = (viewer: Viewer | undefined): boolean => viewer !== undefined;

/** Only what everybody may see is passed on. */
export const isShareable = (post: PostRefRow): boolean => post.visibility === 'PUBLIC';

/** Whoever is signed in may share what is passed on. */
export const canShare = (post: PostRefRow, viewer: Viewer | undefined): boolean =>
  viewer !== undefined && isShareable(post);
