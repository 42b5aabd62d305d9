import { LATEST } from '@nexus/kit/clamp-time';
import type { Position } from '@nexus/kit/pagination';
import type { Context } from '../context.ts';
import type { FeedItem } from '../feed/feed-item.ts';
import type { AuthorFeedQuery } from '../feed/feed-query.ts';
import type { PinnedPost } from './pin.store.ts';

/** One page of an author's feed, and one item more; where it is asked for, it begins with what they pinned. */
export async function findAuthorFeed(
  { loaders }: Context,
  authorId: string,
  query: AuthorFeedQuery,
): Promise<FeedItem[]> {
  const { pinnedFirst, page, filter } = query;
  const items = loaders.authorFeed(query).load(authorId);
  if (!pinnedFirst || !liesAtPins(page.after)) return await items;
  const pinned = await loaders.pinnedOfAuthor(filter).load(authorId);
  return [...itemsAfter(pinned, page.after), ...(await items)].slice(0, page.first + 1);
}

/** Pinned posts stand before the latest time that there is, in an order of their own. */
const liesAtPins = (after: Position | undefined): boolean => after === undefined || after.at >= LATEST;

function itemsAfter(pinned: readonly PinnedPost[], after: Position | undefined): FeedItem[] {
  const items = pinned.map(({ authorId, pinnedAt, post }): FeedItem => {
    return { id: post.id, sortAt: LATEST, actorId: authorId, kind: 'PINNED', pinnedAt, post };
  });
  if (after === undefined) return items;
  const last = items.findIndex(({ id }) => id === after.id);
  // Unpinned since: where it stood is not known any more, and whoever reads on wants what they have not seen.
  return last === -1 ? [] : items.slice(last + 1);
}
