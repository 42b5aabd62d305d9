import type { Context } from '../context.ts';
import { readRankedPage, toRankedPage } from '../explore/ranked-page.ts';
import type { FeedOrder } from '../resolvers.generated.ts';
import { type FeedItemPage, toFeedPage } from './feed-item.ts';
import { readHomeFeedQuery } from './feed-query.ts';
import { findHomeFeed, findRankedHomeFeed } from './home-feed.store.ts';

/** Of the last days so many of the newest posts are ranked. */
const RANKED = 500;
const RANKED_MS = 7 * 24 * 60 * 60 * 1_000;

type Asked = Parameters<typeof readHomeFeedQuery>[0] & { order?: FeedOrder | null };

/** A page of the home feed of a viewer, in the order they ask for. */
export async function homeFeedOf({ db }: Context, viewer: { id: string }, asked: Asked): Promise<FeedItemPage> {
  if (asked.order === 'RANKED') return await rankedHomeFeed(db, viewer, asked);
  const query = readHomeFeedQuery(asked, viewer);
  return toFeedPage(await findHomeFeed(db, query), query.page);
}

async function rankedHomeFeed(db: Context['db'], viewer: { id: string }, asked: Asked): Promise<FeedItemPage> {
  const page = readRankedPage(asked);
  const query = readHomeFeedQuery({ ...asked, after: null }, viewer);
  const earliest = new Date(Date.now() - RANKED_MS);
  const { since = earliest } = query.filter;
  const filter = { ...query.filter, since: since > earliest ? since : earliest };
  const newest = { ...query, filter, page: { first: RANKED - 1 } };
  return toRankedPage(await findRankedHomeFeed(db, newest, page), page);
}
