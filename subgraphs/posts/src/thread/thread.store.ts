import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { type PostRow, posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

type Reading = { page: Page<number>; viewerId: string | undefined };

/** One page of the posts of each of the threads that the viewer may see, and one more of each, in their order. */
export function findThreads(
  db: Db,
  rootIds: readonly string[],
  { page: { first, after }, viewerId }: Reading,
): Promise<PostRow[]> {
  const onePage = db
    .select()
    .from(posts)
    .where(
      and(
        eq(posts.threadRootId, sql`root.id`),
        after === undefined ? undefined : gt(posts.threadIndex, after),
        canViewPost(viewerId),
      ),
    )
    .orderBy(asc(posts.threadIndex))
    .limit(first + 1)
    .as('one_page');
  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(rootIds)}) as root(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(asc(onePage.threadIndex));
}
