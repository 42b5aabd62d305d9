import { isAtLeast } from '@nexus/contracts/authorization';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Context } from '../context.ts';
import type { CommentRow } from '../tables/facts.ts';

/** What a place of which nothing is told has in common with that of a deleted comment. */
const ONLY_ITS_PLACE = { state: 'DELETED', authorId: null, text: null, hashtags: [], editedAt: null } as const;

/**
 * Whether only the place of a comment is shown: a moderator removed it, and the viewer neither wrote it nor is one; or the
 * author of its post hid it, and the viewer is neither of the two.
 */
export function isFolded(comment: CommentRow, setting: { hostId: string | undefined; viewer: Viewer | undefined }) {
  const { hostId, viewer } = setting;
  if (comment.isRemoved && viewer?.id !== comment.authorId && !(viewer && isAtLeast('MODERATOR', viewer))) return true;
  if (!comment.isHidden) return false;
  return viewer === undefined || (viewer.id !== comment.authorId && viewer.id !== hostId);
}

/** A comment as it is told to the viewer: of a folded one its place, as if it were deleted. */
export async function asTold({ loaders, viewer }: Context, comment: CommentRow): Promise<CommentRow> {
  if (!comment.isHidden && !comment.isRemoved) return comment;
  const post = await loaders.post.load(comment.postId);
  return isFolded(comment, { hostId: post?.authorId, viewer })
    ? { ...comment, ...ONLY_ITS_PLACE, hashtags: [] }
    : comment;
}

/** What became of a comment; that it was removed or hidden is told to everybody, so that nobody thinks it was deleted. */
export function stateOf({
  isRemoved,
  isHidden,
  state,
}: CommentRow): 'REMOVED' | 'HIDDEN_BY_AUTHOR' | CommentRow['state'] {
  if (isRemoved) return 'REMOVED';
  return isHidden ? 'HIDDEN_BY_AUTHOR' : state;
}
