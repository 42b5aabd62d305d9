import type { Viewer } from '@nexus/contracts/viewer';
import type { ShownPost } from '../post/post.store.ts';
import type { CommentRow } from '../tables/facts.ts';

/** Where a comment stands: its post is null when it is hidden from the viewer. */
type Setting = { post: ShownPost | null; viewer: Viewer | undefined };

/** A comment is its author's to change. A placeholder has no author. */
export function canEdit(comment: CommentRow, viewer: Viewer | undefined): boolean {
  return viewer !== undefined && comment.authorId === viewer.id;
}

/** A live comment may be deleted by who wrote it, even where they no longer see it, and by whose post it is under. */
export function canDelete(comment: CommentRow, { post, viewer }: Setting): boolean {
  if (viewer === undefined || comment.state === 'DELETED') return false;
  return canEdit(comment, viewer) || post?.authorId === viewer.id;
}

export const isByAuthorOf = (post: ShownPost | null, comment: CommentRow): boolean =>
  post !== null && post.authorId === comment.authorId;
