import type { Db } from '@nexus/kit/database';
import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { type MediaRow, media } from '../tables/content.ts';
import { posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

/** Those of the given media whose posts the viewer may see. */
export function findMediaByIds(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<MediaRow[]> {
  return db
    .select(getTableColumns(media))
    .from(media)
    .innerJoin(posts, eq(posts.id, media.postId))
    .where(and(inArray(media.id, [...ids]), canViewPost(viewerId)));
}

export function findMediaByPosts(db: Db, postIds: readonly string[]): Promise<MediaRow[]> {
  return db
    .select()
    .from(media)
    .where(inArray(media.postId, [...postIds]))
    .orderBy(asc(media.position));
}

export async function insertMedia(tx: Db, shown: readonly MediaRow[]): Promise<void> {
  if (shown.length > 0) await tx.insert(media).values([...shown]);
}
