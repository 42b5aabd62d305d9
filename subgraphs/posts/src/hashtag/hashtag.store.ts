import type { Db } from '@nexus/kit/database';
import { and, eq, exists, inArray } from 'drizzle-orm';
import { type HashtagRow, hashtagItems, hashtags, type PostRow, posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

export function findHashtagsByIds(db: Db, ids: readonly string[]): Promise<HashtagRow[]> {
  return db
    .select()
    .from(hashtags)
    .where(inArray(hashtags.id, [...ids]));
}

export function findHashtagsByKeys(db: Db, keys: readonly string[]): Promise<HashtagRow[]> {
  return db
    .select()
    .from(hashtags)
    .where(inArray(hashtags.key, [...keys]));
}

/** Those of the hashtags, by id or by key, under which somebody sees at least one post: a word in hidden ones is hidden. */
export function findVisibleHashtags(
  db: Db,
  { by, viewerId }: { by: 'id' | 'key'; viewerId: string | undefined },
  values: readonly string[],
): Promise<HashtagRow[]> {
  const visiblePost = db
    .select({ id: posts.id })
    .from(hashtagItems)
    .innerJoin(posts, eq(posts.id, hashtagItems.postId))
    .where(and(eq(hashtagItems.hashtagId, hashtags.id), canViewPost(viewerId)));
  return db
    .select()
    .from(hashtags)
    .where(and(inArray(hashtags[by], [...values]), exists(visiblePost)));
}

/** Adds hashtags that are new; one that somebody else adds at this moment stays theirs. */
export async function insertHashtags(tx: Db, added: readonly HashtagRow[]): Promise<void> {
  // In one order for everybody: two that add the same hashtags never wait for each other in a circle.
  const inOrder = [...added].sort((one, other) => (one.key < other.key ? -1 : 1));
  await tx.insert(hashtags).values(inOrder).onConflictDoNothing();
}

/** Puts posts into the feeds of their hashtags. */
export async function insertHashtagItems(tx: Db, published: readonly PostRow[]): Promise<void> {
  const items = published.flatMap(({ id, authorId, createdAt, hashtagIds }) =>
    hashtagIds.map((hashtagId) => ({ hashtagId, sortAt: createdAt, postId: id, authorId })),
  );
  if (items.length > 0) await tx.insert(hashtagItems).values(items);
}

/** Takes a post out of the feeds of all hashtags. */
export async function deleteHashtagItems(tx: Db, postId: string): Promise<void> {
  await tx.delete(hashtagItems).where(eq(hashtagItems.postId, postId));
}
