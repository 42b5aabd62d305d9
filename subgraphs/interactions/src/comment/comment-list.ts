import {
  decodePosition,
  type Edge,
  encodeCursor,
  type Page,
  type Position,
  readPageBy,
  toConnection,
} from '@nexus/kit/pagination';
import type { Loaders } from '../context.ts';
import { countOf, liveCountOf } from '../count/count.ts';
import type { CommentList } from '../lists.ts';
import type { CommentRow } from '../tables.ts';

export type CommentSort = 'TOP' | 'NEWEST' | 'OLDEST';

/** Where a comment stands. Only a cursor of TOP tells the score: people hidden from the viewer contribute to it. */
export type CommentPosition = Position & { score: number };
export type CommentPage = Page<CommentPosition> & { sort: CommentSort };

type PageArgs = { first?: number | null; after?: string | null };
type ListArgs = PageArgs & { sort?: CommentSort | null };

const DEFAULT_REPLIES = 10;

/** A page of the comments on a post, or of the replies to a comment. */
export async function commentsIn(loaders: Loaders, listId: string, args: ListArgs): Promise<CommentList> {
  const page = { sort: args.sort ?? 'TOP', ...readCommentPage(args) };
  const rows = await loaders.commentsByList(page).load(listId);
  return {
    ...toConnection(rows, page, (comment) => commentEdge(comment, page.sort)),
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
  const page = readCommentPage(args);
  const rows = await loaders.commentsByAuthor(page).load(authorId);
  return { ...toConnection(rows, page, (comment) => commentEdge(comment, 'NEWEST')), totalCount: null };
}

export const commentEdge = (comment: CommentRow, sort: CommentSort): Edge<CommentRow> => ({
  cursor: encodeCursor(sort === 'TOP' ? comment.score : 0, comment.createdAt.getTime(), comment.id),
  node: comment,
});

function readCommentPage(args: PageArgs): Page<CommentPosition> {
  return readPageBy(args, ([score, ...rest]) => {
    const position = decodePosition(rest);
    return position && isScore(Number(score)) ? { ...position, score: Number(score) } : undefined;
  });
}

const isScore = (score: number) => Number.isInteger(score) && Math.abs(score) < 2 ** 31;
