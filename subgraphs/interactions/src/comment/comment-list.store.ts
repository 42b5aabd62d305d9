import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import type { Page, Position } from '@nexus/kit/pagination';
import { and, asc, desc, eq, getTableColumns, inArray, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { type CommentRow, comments } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { canViewComment, canViewInPlace, showsWhoSaidIt } from '../visibility/thread.store.ts';
import { canViewPost } from '../visibility/visibility.store.ts';
import type { CommentPosition } from './comment-cursor.ts';
import type { CommentPage, CommentSort, ListedComment } from './comment-list.ts';

/** One page of each of the given lists (the comments on a post, the replies to a comment) that the viewer sees, in one statement. */
export function findCommentsByLists(
  db: Db,
  listIds: readonly string[],
  { page, viewerId }: { page: CommentPage; viewerId: string | undefined },
): Promise<ListedComment[]> {
  const { sort, first, after } = page;
  const onePage = db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.listId, sql`list.id`),
        canViewInPlace(comments, viewerId),
        after && beyond[sort](after),
        after?.pinnedId ? ne(comments.id, after.pinnedId) : undefined,
      ),
    )
    .orderBy(...orderOf[sort](comments))
    .limit(first + 1)
    .as('one_page');

  return db
    .select({ ...onePage._.selectedFields, snapshot: sql<string>`pg_current_snapshot()::text` })
    .from(sql`unnest(${uuids(listIds)}) as list(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(...orderOf[sort](onePage));
}

/** The pinned comment of each of the given posts, where the viewer sees it. */
export function findPinnedComments(
  db: Db,
  postIds: readonly string[],
  viewerId: string | undefined,
): Promise<CommentRow[]> {
  return db
    .select()
    .from(comments)
    .where(and(inArray(comments.postId, [...postIds]), sql`${comments.isPinned}`, canViewInPlace(comments, viewerId)));
}

/** One page of what each author said where the viewer sees it, newest first, in one statement. */
export function findVisibleCommentsByAuthors(
  db: Db,
  authorIds: readonly string[],
  { page, viewerId }: { page: Page; viewerId: string | undefined },
): Promise<CommentRow[]> {
  const { first, after } = page;
  const onePage = db
    .select(getTableColumns(comments))
    .from(comments)
    .innerJoin(postRefs, eq(postRefs.id, comments.postId))
    .where(
      and(
        eq(comments.authorId, sql`author.id`),
        canViewPost(viewerId),
        canViewComment(comments, viewerId),
        showsWhoSaidIt(viewerId),
        after && beyond.NEWEST(after),
      ),
    )
    .orderBy(...orderOf.NEWEST(comments))
    .limit(first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(authorIds)}) as author(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(...orderOf.NEWEST(onePage));
}

type Sortable = Record<'score' | 'createdAt' | 'id', SQLWrapper>;

const orderOf: Record<CommentSort, (row: Sortable) => SQL[]> = {
  TOP: (row) => [desc(row.score), desc(row.createdAt), desc(row.id)],
  NEWEST: (row) => [desc(row.createdAt), desc(row.id)],
  OLDEST: (row) => [asc(row.createdAt), asc(row.id)],
};

const beyond = {
  TOP: ({ at, id, score, snapshot }: CommentPosition) => sql`
    (${comments.score}, ${comments.createdAt}, ${comments.id}) < (${score}, ${time(at)}, ${id})
    and ${snapshot === null ? sql`true` : hasNotFallenSince(snapshot)}`,
  NEWEST: ({ at, id }: Position) => sql`(${comments.createdAt}, ${comments.id}) < (${time(at)}, ${id})`,
  OLDEST: ({ at, id }: Position) => sql`(${comments.createdAt}, ${comments.id}) > (${time(at)}, ${id})`,
};

/** What stood above the cursor was shown: if it fell since the first page was read, it would come twice. */
const hasNotFallenSince = (snapshot: string): SQL => sql`
  (${comments.fellIn} is null or pg_visible_in_snapshot(${comments.fellIn}, ${snapshot}::pg_snapshot))`;

const time = (at: Date) => sql.param(at, comments.createdAt);
