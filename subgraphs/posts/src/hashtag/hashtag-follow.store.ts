import type { Db } from '@nexus/kit/database';
import { and, count, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { hashtagFollows } from '../tables/discovery.ts';
import { type HashtagRow, hashtags } from '../tables/posts.ts';

type Follow = { userId: string; hashtagId: string };

/** All hashtags that somebody follows, the latest first. */
export async function findFollowedHashtags(db: Db, userId: string): Promise<HashtagRow[]> {
  return await db
    .select(getTableColumns(hashtags))
    .from(hashtagFollows)
    .innerJoin(hashtags, eq(hashtags.id, hashtagFollows.hashtagId))
    .where(eq(hashtagFollows.userId, userId))
    .orderBy(desc(hashtagFollows.followedAt), desc(hashtags.id));
}

/** Those of the given hashtags that somebody follows. */
export function findFollowedAmong(db: Db, ids: readonly string[], userId: string): Promise<{ id: string }[]> {
  return db
    .select({ id: hashtagFollows.hashtagId })
    .from(hashtagFollows)
    .where(and(eq(hashtagFollows.userId, userId), inArray(hashtagFollows.hashtagId, [...ids])));
}

export async function countFollowedHashtags(tx: Db, userId: string): Promise<number> {
  const [found] = await tx.select({ value: count() }).from(hashtagFollows).where(eq(hashtagFollows.userId, userId));
  return found?.value ?? 0;
}

export async function insertHashtagFollow(tx: Db, follow: Follow): Promise<void> {
  await tx
    .insert(hashtagFollows)
    .values({ ...follow, followedAt: new Date() })
    .onConflictDoNothing();
}

export async function deleteHashtagFollow(tx: Db, { userId, hashtagId }: Follow): Promise<void> {
  await tx
    .delete(hashtagFollows)
    .where(and(eq(hashtagFollows.userId, userId), eq(hashtagFollows.hashtagId, hashtagId)));
}
