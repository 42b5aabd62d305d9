import type { Loaders } from '../context.ts';
import { type ReactionTally, reactionCountOf, tallyOf } from '../count/count.ts';
import type { ShownPost } from '../post/post.store.ts';
import type { CommentRow, ReactionKind, ReactionRow } from '../tables/facts.ts';

export type Reactable = Pick<ShownPost | CommentRow, 'id' | 'state'>;

/** What is deleted has and gets no reactions: those a comment had are hidden at once and removed in the background. */
export const isReactable = ({ state }: Reactable): boolean => state !== 'DELETED';

/** How many reactions a post or a comment has: of one kind, or of all. */
export async function reactionCountTo(loaders: Loaders, target: Reactable, kind?: ReactionKind): Promise<number> {
  return isReactable(target) ? reactionCountOf(await loaders.counts.load(target.id), kind) : 0;
}

/** The reactions to a post or a comment by kind, the most frequent first. */
export async function reactionSummaryTo(loaders: Loaders, target: Reactable): Promise<ReactionTally[]> {
  return isReactable(target) ? tallyOf(await loaders.counts.load(target.id)) : [];
}

/** How the viewer has reacted; null when they have not, or nobody is signed in. */
export async function viewerReactionTo(loaders: Loaders, target: Reactable): Promise<ReactionKind | null> {
  const reaction = isReactable(target) ? await loaders.viewerReaction.load(target.id) : null;
  return reaction?.kind ?? null;
}

/** What a reaction is to; null when the viewer may not see it. */
export async function targetOf(loaders: Loaders, reaction: ReactionRow): Promise<ShownPost | CommentRow | null> {
  const { targetId, postId } = reaction;
  return targetId === postId ? await loaders.post.load(postId) : await loaders.comment.load(targetId);
}
