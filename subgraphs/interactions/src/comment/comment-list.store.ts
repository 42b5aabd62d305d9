import type { Db } from '@nexus/kit/database';
import type { Page, Position } from '@nexus/kit/pagination';
import { and, asc, desc, eq, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type CommentRow, comments, postRefs } from '../tables.ts';
import { canViewComment, canViewInPlace } from '../visibility/thread.store.ts';
import { canViewPost } from '../visibility/visibility.store.ts';
import type { CommentPage, CommentSort } from './comment-list.ts';

/** One page of each of the given lists (the comments on a post, the replies to a comment) that the viewer sees, in one statement. */
export function findCommentsByLists(
  db: Db,
  listIds: readonly string[],
  { page, viewerId }: { page: CommentPage; viewerId: string | undefined },
): Promise<CommentRow[]> {
  const { sort, first, after } = page;
  const onePage = db
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.listId, sql`list.id`),
        canViewInPlace(comments, viewerId),
        after && beyond[sort](after, viewerId),
      ),
    )
    .orderBy(...orderOf[sort](comments))
    .limit(first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${sql.param([...listIds])}::uuid[]) as list(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(...orderOf[sort](onePage));
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
        after && beyond.NEWEST(after, viewerId),
      ),
    )
    .orderBy(...orderOf.NEWEST(comments))
    .limit(first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${sql.param([...authorIds])}::uuid[]) as author(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(...orderOf.NEWEST(onePage));
}

type Sortable = Record<'score' | 'createdAt' | 'id', SQLWrapper>;

const orderOf: Record<CommentSort, (row: Sortable) => SQL[]> = {
  TOP: (row) => [desc(row.score), desc(row.createdAt), desc(row.id)],
  NEWEST: (row) => [desc(row.createdAt), desc(row.id)],
  OLDEST: (row) => [asc(row.createdAt), asc(row.id)],
};

const beyond: Record<CommentSort, (after: Position, viewerId: string | undefined) => SQL> = {
  TOP: ({ at, id }, viewerId) =>
    sql`(${comments.score}, ${comments.createdAt}, ${comments.id}) < (${scoreOf(id, viewerId)}, ${time(at)}, ${id})`,
  NEWEST: ({ at, id }) => sql`(${comments.createdAt}, ${comments.id}) < (${time(at)}, ${id})`,
  OLDEST: ({ at, id }) => sql`(${comments.createdAt}, ${comments.id}) > (${time(at)}, ${id})`,
};

const scored = alias(comments, 'scored');

/**
 * Reads the score that a comment of the list has now, once for each list; of one that is gone nobody knows it any more,
 * and one that is hidden from the viewer is as gone: else a forged cursor would tell its place.
 */
const scoreOf = (id: string, viewerId: string | undefined) => sql`coalesce((
  select ${scored.score} from ${comments} scored
  where ${scored.id} = ${id} and ${scored.listId} = list.id and ${canViewInPlace(scored, viewerId)}), 0)`;
const time = (at: Date) => sql.param(at, comments.createdAt);
