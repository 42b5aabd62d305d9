import type { Db } from '@nexus/kit/database';
import { asc, inArray } from 'drizzle-orm';
import { type MediaRow, media } from '../tables.ts';

export function findMediaByIds(db: Db, ids: readonly string[]): Promise<MediaRow[]> {
  return db
    .select()
    .from(media)
    .where(inArray(media.id, [...ids]));
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
