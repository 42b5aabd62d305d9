import { type Edge, encodePosition, type Page, readPage, toConnection } from '@nexus/kit/pagination';
import type { Loaders } from '../context.ts';
import { countOf, liveCountOf } from '../count/count.ts';
import type { CommentList } from '../lists.ts';
import type { CommentRow } from '../tables.ts';

export type CommentSort = 'TOP' | 'NEWEST' | 'OLDEST';

export type CommentPage = Page & { sort: CommentSort };

type PageArgs = { first?: number | null; after?: string | null };
type ListArgs = PageArgs & { sort?: CommentSort | null };

const DEFAULT_REPLIES = 10;

/** A page of the comments on a post, or of the replies to a comment. */
export async function commentsIn(loaders: Loaders, listId: string, args: ListArgs): Promise<CommentList> {
  const page = { sort: args.sort ?? 'TOP', ...readPage(args) };
  const rows = await loaders.commentsByList(page).load(listId);
  return {
    ...toConnection(rows, page, commentEdge),
    totalCount: () => lengthOf(loaders, listId),
  };
}

/** How many comments a list shows: the live ones, and the placeholders that keep something together for the viewer. */
async function lengthOf(loaders: Loaders, listId: string): Promise<number> {
  const counts = await loaders.counts.load(listId);
  const hasPlaceholders = countOf(counts, 'placeholder') > 0;
  const shown = hasPlaceholders ? await loaders.shownPlaceholders.load(listId) : null;
  return liveCountOf(counts) + (shown?.count ?? 0);
}

/** A page of the replies to a comment, fewer than elsewhere unless it is said how many. */
export function repliesTo(loaders: Loaders, commentId: string, args: ListArgs): Promise<CommentList> {
  return commentsIn(loaders, commentId, { ...args, first: args.first ?? DEFAULT_REPLIES });
}

/** A page of what somebody said under posts the viewer may see. Its size differs between viewers, so none is told. */
export async function commentsBy(loaders: Loaders, authorId: string, args: PageArgs): Promise<CommentList> {
  const page = readPage(args);
  const rows = await loaders.commentsByAuthor(page).load(authorId);
  return { ...toConnection(rows, page, commentEdge), totalCount: null };
}

/** A comment in a list of any order: its cursor tells no score, because people hidden from the viewer contribute to it. */
export const commentEdge = (comment: CommentRow): Edge<CommentRow> => ({
  cursor: encodePosition({ at: comment.createdAt, id: comment.id }),
  node: comment,
});
