import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, eq, not, type SQL, sql } from 'drizzle-orm';
import { isBelow, isSteady } from '../explore/ranked.store.ts';
import type { RankedItem, RankedPage } from '../explore/ranked-page.ts';
import { pageOfCircle } from '../feed/circle-feed.store.ts';
import type { FeedItemOf } from '../feed/feed-item.ts';
import type { FeedQuery } from '../feed/feed-query.ts';
import { rulesOfReading } from '../feed/feed-rules.store.ts';
import { itemsOfHashtags } from '../feed/hashtag-lanes.store.ts';
import { ITEM_COLUMNS } from '../feed/newest-items.store.ts';
import { canViewList } from '../list/list.store.ts';
import { hasAnyWord } from '../mute/mute.store.ts';
import { customFeeds, engagements } from '../tables/discovery.ts';
import { hashtags, posts } from '../tables/posts.ts';
import { listMembers, listRefs } from '../tables/projections.ts';

/** Of a ranked feed so many of the newest posts are ranked. */
const RANKED = 500;
const RANKED_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** One page of the posts of each of the feeds, the newest first, and one post more of each. */
export function findCustomFeedItems(db: Db, feedIds: readonly string[], query: FeedQuery): Promise<FeedItemOf[]> {
  return db
    .select({ ...ITEM_COLUMNS, feedOf: sql<string>`item.feed_id` })
    .from(sql`(
      select feed.id as feed_id, page.* from ${feedsOf(feedIds)}
      cross join lateral ${pageOfFeed(query)} as page
    ) as item`)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.sort_at desc, item.id desc`);
}

export type RankedQuery = { viewerId: string | undefined; page: RankedPage };

/** The same in the order of their rank, of the newest posts of the last days. */
export function findRankedFeedItems(
  db: Db,
  feedIds: readonly string[],
  { viewerId, page }: RankedQuery,
): Promise<(RankedItem & FeedItemOf)[]> {
  const since = new Date(Date.now() - RANKED_DAYS * DAY_MS);
  const newest: FeedQuery = { viewerId, page: { first: RANKED - 1 }, filter: { since }, kinds: ['POST'] };
  const ranked = sql`
    select candidate.*, ${engagements.rank} as rank
    from ${pageOfFeed(newest)} as candidate join ${engagements} on ${engagements.postId} = candidate.post_id
    where ${and(isBelow(page), isSteady(page)) ?? sql`true`}
    order by ${engagements.rank} desc, ${engagements.postId} desc
    limit ${page.first + 1}`;
  return db
    .select({ ...ITEM_COLUMNS, rank: sql<number>`item.rank`, feedOf: sql<string>`item.feed_id` })
    .from(sql`(
      select feed.id as feed_id, page.* from ${feedsOf(feedIds)} cross join lateral (${ranked}) as page
    ) as item`)
    .innerJoin(posts, eq(posts.id, sql`item.post_id`))
    .orderBy(sql`item.rank desc, item.post_id desc`);
}

const feedsOf = (ids: readonly string[]): SQL => sql`(
  select * from ${customFeeds} where ${customFeeds.id} = any(${uuids(ids)})) as feed`;

/** One page of the posts of the row `feed`, and one more. */
function pageOfFeed(query: FeedQuery): SQL {
  const { viewerId } = query;
  const rules = rulesOfReading(viewerId);
  const onLists = sql`
    select ${listMembers.userId} from unnest(feed.list_ids) as listed(id)
    cross join lateral (
      select ${listRefs.id} from ${listRefs} where ${and(sql`${listRefs.id} = listed.id`, canViewList(viewerId))} limit 1
    ) as seen
    join ${listMembers} on ${listMembers.listId} = seen.id and ${listMembers.isMember}`;
  const people = sql`
    select chosen.id as actor_id, true as shows_shares
    from (select unnest(feed.author_ids) as id union ${onLists}) as chosen
    where ${rules.admitsPerson(sql`chosen.id`) ?? sql`true`}`;
  const tags = sql`select ${hashtags.id} as hashtag_id from ${hashtags} where ${hashtags.key} = any(feed.hashtag_keys)`;
  const admitsPost = and(rules.admitsPost, not(hasAnyWord(EXCLUDED)));
  const besides = itemsOfHashtags({ hashtags: tags, admitsPost, kind: 'POST' }, query);
  return pageOfCircle({ people, admitsPost, besides }, query);
}

const EXCLUDED = sql`select btrim(ltrim(entry, '#＃ ')) as word from unnest(feed.excluded_words) as excluded(entry)`;
