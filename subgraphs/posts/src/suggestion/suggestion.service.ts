import { clampTime } from '@nexus/kit/clamp-time';
import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import { type FeedItemPage, toFeedPage } from '../feed/feed-item.ts';
import { readFeedQuery } from '../feed/feed-query.ts';
import { findNewTopics, type NewTopic } from './new-topics.store.ts';
import { findSuggestedPosts } from './suggested-posts.store.ts';

type FeedArgs = Parameters<typeof readFeedQuery>[0];
type Person = { id: string };

/** A page of posts from the people around those whom the viewer follows. */
export async function suggestPosts(
  { db }: Context,
  viewer: Person,
  asked: FeedArgs & { includeFollowed?: boolean | null },
): Promise<FeedItemPage> {
  const query = readFeedQuery(asked, { viewer });
  const suggestion = { ...query, viewerId: viewer.id, includeFollowed: asked.includeFollowed ?? false };
  return toFeedPage(await findSuggestedPosts(db, suggestion), query.page);
}

const DEFAULT_DAYS = 7;
const MAX_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1_000;
const MAX_TOPICS = 100;

type Asked = { since?: Date | null; until?: Date | null; first?: number | null };

/** The hashtags that people whom the viewer follows began to use in a time of a year at most. */
export async function newTopicsFor({ db }: Context, viewer: Person, asked: Asked): Promise<NewTopic[]> {
  const until = clampTime(asked.until ?? new Date());
  const since = clampTime(asked.since ?? new Date(until.getTime() - DEFAULT_DAYS * DAY_MS));
  const first = asked.first ?? 10;
  if (until.getTime() - since.getTime() > MAX_DAYS * DAY_MS)
    throw invalid('since', `Ask for ${MAX_DAYS} days at most.`);
  if (first < 1 || first > MAX_TOPICS) throw invalid('first', `Ask for 1 to ${MAX_TOPICS} items at a time.`);
  return await findNewTopics(db, { viewerId: viewer.id, since, until, first });
}
