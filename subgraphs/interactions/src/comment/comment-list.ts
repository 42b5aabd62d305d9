import {
  type CountedConnection,
  type Edge,
  encodePosition,
  FIRST_POSITION,
  LAST_POSITION,
  type Page,
  readPage,
  readPageBy,
  toConnection,
} from '@nexus/kit/pagination';
import type { Context, Loaders } from '../context.ts';
import { countOf, liveCountOf } from '../count/count.ts';
import type { CommentRow } from '../tables/facts.ts';
import { type CommentPosition, decodeComment, encodeComment } from './comment-cursor.ts';

export type CommentList = CountedConnection<CommentRow>;

export type CommentSort = 'TOP' | 'NEWEST' | 'OLDEST';

export type CommentPage = Page<CommentPosition> & { sort: CommentSort };

/** A comment as a list found it: `snapshot` are the changes that the list saw. */
export type ListedComment = CommentRow & { snapshot: string };

type PageArgs = { first?: number | null; after?: string | null };
type ListArgs = PageArgs & { sort?: CommentSort | null };
type Listing = { listId: string; page: CommentPage; pinned: CommentRow | null };

const DEFAULT_REPLIES = 10;

/** A page of the comments on a post; the first one begins with the comment that is pinned. */
export async function commentsOn(context: Context, postId: string, args: ListArgs): Promise<CommentList> {
  const page = readCommentPage(context, args);
  const pinned = page.after === undefined ? context.loaders.pinnedComment.load(postId) : null;
  return await readList(context, { listId: postId, page }, pinned);
}

/** A page of the replies to a comment, fewer than elsewhere unless it is said how many. */
export async function repliesTo(context: Context, commentId: string, args: ListArgs): Promise<CommentList> {
  const page = readCommentPage(context, { ...args, first: args.first ?? DEFAULT_REPLIES });
  return await readList(context, { listId: commentId, page }, null);
}

function readCommentPage({ secret }: Context, args: ListArgs): CommentPage {
  return { sort: args.sort ?? 'TOP', ...readPageBy(args, (parts) => decodeComment(secret, parts)) };
}

async function readList(
  { loaders, secret }: Context,
  { listId, page }: Omit<Listing, 'pinned'>,
  finding: Promise<CommentRow | null> | null,
): Promise<CommentList> {
  const [rows, pinned] = await Promise.all([loaders.commentsByList(page).load(listId), finding]);
  const shown = pinned ? [pinned, ...rows.filter(({ id }) => id !== pinned.id)] : rows;
  const positionOf = positionsIn({ page, pinned, snapshot: rows[0]?.snapshot ?? null });
  return {
    ...toConnection<CommentRow>(shown, page, (comment) => ({
      cursor: encodeComment(secret, positionOf(comment)),
      node: comment,
    })),
    totalCount: () => lengthOf(loaders, listId),
  };
}

type Positions = { page: CommentPage; pinned: CommentRow | null; snapshot: string | null };

/** Where each comment of a page stands; what is pinned stands before all others. */
function positionsIn({ page, pinned, snapshot }: Positions): (comment: CommentRow) => CommentPosition {
  const { after, sort } = page;
  const pinnedId = after ? after.pinnedId : (pinned?.id ?? null);
  const seen = sort === 'TOP' ? (after?.snapshot ?? snapshot) : null;
  return ({ id, createdAt, score }) =>
    id === pinned?.id
      ? { ...(sort === 'OLDEST' ? FIRST : LAST), pinnedId, snapshot: seen }
      : { at: createdAt, id, pinnedId, score, snapshot: seen };
}

const FIRST = { ...FIRST_POSITION, score: 0 };
const LAST = { ...LAST_POSITION, score: 2_147_483_647 };

/** How many comments a list shows: the live ones, and the placeholders that keep something together for the viewer. */
async function lengthOf(loaders: Loaders, listId: string): Promise<number> {
  const counts = await loaders.counts.load(listId);
  const hasPlaceholders = countOf(counts, 'placeholder') > 0;
  const shown = hasPlaceholders ? await loaders.shownPlaceholders.load(listId) : null;
  return liveCountOf(counts) + (shown?.count ?? 0);
}

/** A page of what somebody said under posts the viewer may see. Its size differs between viewers, so none is told. */
export async function commentsBy(loaders: Loaders, authorId: string, args: PageArgs): Promise<CommentList> {
  const page = readPage(args);
  const rows = await loaders.commentsByAuthor(page).load(authorId);
  return { ...toConnection(rows, page, commentEdge), totalCount: null };
}

/** A comment by itself; in a list by TOP its cursor is that of a comment nobody reacted to yet. */
export const commentEdge = (comment: CommentRow): Edge<CommentRow> => ({
  cursor: encodePosition({ at: comment.createdAt, id: comment.id }),
  node: comment,
});
