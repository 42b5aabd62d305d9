import { encodeCursor, isUuid, type Page, readPageBy, toConnection } from '@nexus/kit/pagination';
import type { FeedItem, FeedItemPage } from '../feed/feed-item.ts';

/** Where a post stands among ranked ones. */
export type Place = { rank: number; id: string };
/** Where a page of ranked posts begins, and when whoever pages began. */
type RankedPosition = Place & { begunAt: Date };

/** A page of ranked posts; `begunAt` is now for the first one. */
export type RankedPage = Page<RankedPosition> & { begunAt: Date };
export type RankedItem = FeedItem & { rank: number };

/** Longer than any transaction that ranks a post anew, and than clocks differ. */
const MARGIN_MS = 60_000;

/** Arguments of a connection of ranked posts; BAD_USER_INPUT for a foreign cursor. */
export function readRankedPage(args: { first?: number | null; after?: string | null }): RankedPage {
  const page = readPageBy(args, decodeRanked);
  return { ...page, begunAt: page.after?.begunAt ?? new Date() };
}

/**
 * Since when a rank must not have fallen. A post that was on a page and fell may stand below the cursor now: it is left
 * out, so nobody sees it twice. One that rises stands above the cursor: it is not seen until one begins anew.
 */
export const steadySince = ({ begunAt }: RankedPage): Date => new Date(begunAt.getTime() - MARGIN_MS);

/**
 * A page of ranked posts, of which one more was read; or all that were found above a place where looking ended early, and
 * from which the next page goes on.
 */
export function toRankedPage(items: readonly RankedItem[], page: RankedPage, lookedUpTo?: Place): FeedItemPage {
  const cursorOf = ({ rank, id }: Place) => encodeCursor('rank', rank, id, page.begunAt.getTime());
  const connection = toConnection<FeedItem>(items, page, (item) => ({
    // Every item came with its rank; `toConnection` knows feed items only.
    cursor: cursorOf({ rank: (item as RankedItem).rank, id: item.post.id }),
    node: item,
  }));
  if (lookedUpTo === undefined || connection.pageInfo.hasNextPage) return connection;
  return { ...connection, pageInfo: { ...connection.pageInfo, hasNextPage: true, endCursor: cursorOf(lookedUpTo) } };
}

const EARLIEST = Date.parse('2000-01-01');
const LATEST = Date.parse('9999-01-01');

function decodeRanked([kind, rankText, id, begun]: string[]): RankedPosition | undefined {
  const [rank, begunAt] = [Number(rankText), Number(begun)];
  const isTime = Number.isInteger(begunAt) && begunAt >= EARLIEST && begunAt <= LATEST;
  return kind === 'rank' && Number.isFinite(rank) && isUuid(id) && isTime
    ? { rank, id, begunAt: new Date(begunAt) }
    : undefined;
}
