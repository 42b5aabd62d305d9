import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { type PostRevisionRow, postRevisions } from '../tables/content.ts';

/** One page of earlier revisions for each of the posts, the latest first. */
export function findRevisionsByPosts(
  db: Db,
  postIds: readonly string[],
  { first, after }: Page<number>,
): Promise<PostRevisionRow[]> {
  const onePage = db
    .select()
    .from(postRevisions)
    .where(
      and(eq(postRevisions.postId, sql`post.id`), after === undefined ? undefined : lt(postRevisions.revision, after)),
    )
    .orderBy(desc(postRevisions.revision))
    .limit(first + 1)
    .as('one_page');
  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(postIds)}) as post(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.revision));
}
