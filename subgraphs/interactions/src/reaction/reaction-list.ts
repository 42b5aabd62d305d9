import { type CountedConnection, type Edge, encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context, Loaders } from '../context.ts';
import type { ReactionKind, ReactionRow } from '../tables/facts.ts';
import { findReactionsToVisiblePosts } from './reaction-list.store.ts';
import { isReactable, type Reactable, reactionCountTo } from './shown-reactions.ts';

export type ReactionList = CountedConnection<ReactionRow>;

type PageArgs = { first?: number | null; after?: string | null };
type ListArgs = PageArgs & { kind?: ReactionKind | null };

/** A page of the reactions to a post or a comment. */
export async function reactionsTo(loaders: Loaders, target: Reactable, args: ListArgs): Promise<ReactionList> {
  const kind = args.kind ?? undefined;
  const page = { ...readPage(args), kind };
  const rows = isReactable(target) ? await loaders.reactionsByTarget(page).load(target.id) : [];
  return {
    ...toConnection(rows, page, reactionEdge),
    totalCount: () => reactionCountTo(loaders, target, kind),
  };
}

/** A page of the viewer's reactions to posts. What they may no longer see is left out, so its size is not told. */
export async function reactedPostsOf({ db }: Context, userId: string, args: PageArgs): Promise<ReactionList> {
  const page = readPage(args);
  const rows = await findReactionsToVisiblePosts(db, userId, page);
  return { ...toConnection(rows, page, reactionEdge), totalCount: null };
}

const reactionEdge = (reaction: ReactionRow): Edge<ReactionRow> => ({
  cursor: encodePosition({ at: reaction.createdAt, id: reaction.id }),
  node: reaction,
});
