import type { UserRefRow } from '@nexus/contracts/projections/user-ref';
import type { Loaders } from '../context.ts';
import type { CommentRow } from '../tables/facts.ts';

/** Who said it; null for a placeholder, and for somebody nobody told about. */
export async function authorOf(loaders: Loaders, { authorId }: CommentRow): Promise<UserRefRow | null> {
  return authorId === null ? null : await loaders.user.load(authorId);
}

/** The comment it replies to; null for one on the post itself. */
export async function parentOf(loaders: Loaders, { parentId }: CommentRow): Promise<CommentRow | null> {
  return parentId === null ? null : await loaders.comment.load(parentId);
}
