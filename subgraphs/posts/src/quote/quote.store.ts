import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, inArray, isNotNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type PostRow, posts } from '../tables/posts.ts';
import { relEdges, userRefs } from '../tables/projections.ts';
import { canViewPost, isMeantFor } from '../visibility/visibility.store.ts';
import type { Unseen } from './unavailable.ts';

/** One page of the posts that quote each of the posts and that the viewer may see, the newest first. */
export function findQuotes(
  db: Db,
  postIds: readonly string[],
  { page, viewerId }: { page: Page; viewerId: string | undefined },
): Promise<PostRow[]> {
  const { first, after } = page;
  const onePage = db
    .select()
    .from(posts)
    .where(
      and(eq(posts.quotedPostId, sql`quoted.id`), isBefore([posts.createdAt, posts.id], after), canViewPost(viewerId)),
    )
    .orderBy(desc(posts.createdAt), desc(posts.id))
    .limit(first + 1)
    .as('one_page');
  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(postIds)}) as quoted(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.createdAt), desc(onePage.id));
}

/** What is known of the given posts, whoever may see them; those that never were are left out. */
export function findUnseen(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<Unseen[]> {
  const isOwn = viewerId === undefined ? sql`false` : eq(posts.authorId, viewerId);
  return db
    .select({
      id: posts.id,
      isDeleted: sql<boolean>`${isNotNull(posts.deletedAt)}`,
      isForViewer: isMeantFor(viewerId),
      isAuthorInUse: sql<boolean>`${isOwn} or exists (
        select from ${userRefs} where ${userRefs.id} = ${posts.authorId} and ${userRefs.state} = 'ACTIVE')`,
      isViewerBlocked: isBlocking(posts.authorId, viewerId),
      isAuthorBlocked: isBlocking(viewerId, posts.authorId),
    })
    .from(posts)
    .where(inArray(posts.id, [...ids]));
}

type PersonId = SQLWrapper | string | undefined;

function isBlocking(source: PersonId, target: PersonId): SQL<boolean> {
  if (source === undefined || target === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${source} and ${relEdges.targetId} = ${target} and ${relEdges.isBlocking})`;
}

/** A post that the viewer may see; it is not deleted until the transaction ends. */
export async function findPostToQuote(tx: Db, id: string, viewerId: string): Promise<PostRow | undefined> {
  const [post] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, id), canViewPost(viewerId)))
    .for('key share');
  return post;
}
