import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { hashtagItems, posts } from '../tables/posts.ts';

export type HiddenCount = { id: string; count: number };

/** How many of the counted posts of each of the hashtags are by the given people. */
export function countPostsOfHashtags(
  db: Db,
  ids: readonly string[],
  people: readonly string[],
): Promise<HiddenCount[]> {
  const ofOne = sql`
    select count(*)::integer as count from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
    where ${hashtagItems.hashtagId} = subject.id and ${hashtagItems.authorId} = any(${uuids(people)}) and ${posts.isCounted}`;
  return countEach(db, ids, ofOne);
}

/** How many of the counted quotes of each of the posts are by the given people. */
export function countQuotesOfPosts(db: Db, ids: readonly string[], people: readonly string[]): Promise<HiddenCount[]> {
  const ofOne = sql`
    select count(*)::integer as count from ${posts}
    where ${and(
      eq(posts.quotedPostId, sql`subject.id`),
      sql`${posts.authorId} = any(${uuids(people)})`,
      posts.isCounted.getSQL(),
      isNull(posts.deletedAt),
    )}`;
  return countEach(db, ids, ofOne);
}

async function countEach(db: Db, ids: readonly string[], ofOne: SQL): Promise<HiddenCount[]> {
  const rows = await db.execute<HiddenCount>(sql`
    select subject.id, counted.count
    from unnest(${uuids(ids)}) as subject(id) cross join lateral (${ofOne}) as counted`);
  return [...rows];
}
