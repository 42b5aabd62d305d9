import type { Caller, Services } from '@nexus/contracts/agreement';
import { findUserRefsByIds } from '@nexus/contracts/projections/user-ref';
import { manyByKey, oneByKey, oneForAll, perArguments } from '@nexus/kit/batching';
import { findCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { countPostsOfHashtags, countQuotesOfPosts } from './count/hidden.store.ts';
import { findVisibleFeeds } from './custom-feed/custom-feed.store.ts';
import { findCustomFeedItems, findRankedFeedItems, type RankedQuery } from './custom-feed/custom-feed-items.store.ts';
import { findDraftsByIds } from './draft/draft.store.ts';
import { findAuthorFeeds } from './feed/author-feed.store.ts';
import type { AuthorFeedQuery, FeedQuery } from './feed/feed-query.ts';
import { findHashtagFeeds } from './feed/hashtag-feed.store.ts';
import { findListFeeds } from './feed/list-feed.store.ts';
import { countOtherSharers } from './feed/other-sharers.store.ts';
import type { Filter } from './feed/post-filter.ts';
import { findDisliked, findReduced } from './feedback/feedback.store.ts';
import { findHashtagsByIds, findVisibleHashtags } from './hashtag/hashtag.store.ts';
import { findFollowedAmong } from './hashtag/hashtag-follow.store.ts';
import { countDays } from './hashtag/history.store.ts';
import { findVisibleLists } from './list/list.store.ts';
import { findMediaByIds, findMediaByPosts } from './media/media.store.ts';
import { findLabelPreferences } from './moderation/moderation.store.ts';
import { findPinned, findPins } from './pin/pin.store.ts';
import { findPollsByIds, findPollsByPosts, findVotes } from './poll/poll.store.ts';
import { findPostsByIds } from './post/post.store.ts';
import { findRevisionsByPosts } from './post/revision.store.ts';
import { findQuotes, findUnseen } from './quote/quote.store.ts';
import { counting } from './tables/counts.ts';
import { userRefs } from './tables/projections.ts';
import { findThreads } from './thread/thread.store.ts';
import { findBlocked, findListsWith, findRelationships } from './visibility/relationship.store.ts';

/** All a resolver may use. */
export type Context = Services & Caller & { loaders: ReturnType<typeof createLoaders> };

/** A fresh context for each request: batches never outlive the question they answer. */
export function createContext(services: Services, caller: Caller): Context {
  return { ...services, ...caller, loaders: createLoaders(services.db, caller.viewer?.id) };
}

/** `viewerId` undefined is nobody: they follow nobody and see what is public. */
function createLoaders(db: Db, viewerId: string | undefined) {
  return {
    ...postLoaders(db, viewerId),
    ...authoringLoaders(db, viewerId),
    ...peopleLoaders(db, viewerId),
    ...countLoaders(db, viewerId),
    ...feedLoaders(db, viewerId),
    ...discoveryLoaders(db, viewerId),
  };
}

function postLoaders(db: Db, viewerId: string | undefined) {
  return {
    post: oneByKey((ids) => findPostsByIds(db, ids, viewerId), keyOfId),
    revisionsOfPost: perArguments((page: Page<number>) =>
      manyByKey(
        (ids) => findRevisionsByPosts(db, ids, page),
        ({ postId }) => postId,
      ),
    ),
    unseen: oneByKey((ids) => findUnseen(db, ids, viewerId), keyOfId),
    quotesOfPost: perArguments((page: Page) =>
      manyByKey(
        (ids) => findQuotes(db, ids, { page, viewerId }),
        ({ quotedPostId }) => quotedPostId ?? '',
      ),
    ),
    media: oneByKey((ids) => findMediaByIds(db, ids, viewerId), keyOfId),
    mediaOfPost: manyByKey(
      (ids) => findMediaByPosts(db, ids),
      ({ postId }) => postId,
    ),
    hashtag: oneByKey((ids) => findHashtagsByIds(db, ids), keyOfId),
    visibleHashtag: oneByKey((ids) => findVisibleHashtags(db, { by: 'id', viewerId }, ids), keyOfId),
    visibleHashtagByKey: oneByKey(
      (keys) => findVisibleHashtags(db, { by: 'key', viewerId }, keys),
      ({ key }) => key,
    ),
  };
}

/** What authors do with posts besides writing them. */
function authoringLoaders(db: Db, viewerId: string | undefined) {
  return {
    poll: oneByKey((ids) => findPollsByIds(db, ids, viewerId), keyOfId),
    pollOfPost: oneByKey(
      (ids) => findPollsByPosts(db, ids),
      ({ postId }) => postId,
    ),
    voteOnPoll: oneByKey(
      async (ids) => (viewerId ? findVotes(db, ids, viewerId) : []),
      ({ pollId }) => pollId,
    ),
    postsOfThread: perArguments((page: Page<number>) =>
      manyByKey(
        (ids) => findThreads(db, ids, { page, viewerId }),
        ({ threadRootId }) => threadRootId ?? '',
      ),
    ),
    pin: oneByKey(
      (ids) => findPins(db, ids),
      ({ postId }) => postId,
    ),
    pinnedOfAuthor: perArguments((filter: Filter) =>
      manyByKey(
        (ids) => findPinned(db, ids, { filter, viewerId }),
        ({ authorId }) => authorId,
      ),
    ),
    draft: oneByKey(async (ids) => (viewerId ? findDraftsByIds(db, ids, viewerId) : []), keyOfId),
  };
}

function peopleLoaders(db: Db, viewerId: string | undefined) {
  return {
    author: oneByKey((ids) => findUserRefsByIds(db, userRefs, ids), keyOfId),
    relationship: oneByKey((ids) => findRelationships(db, ids, viewerId), keyOfId),
    labelPreferences: oneByKey(
      (ids) => findLabelPreferences(db, ids),
      ({ userId }) => userId,
    ),
    list: oneByKey((ids) => findVisibleLists(db, ids, viewerId), keyOfId),
    listWithViewer: oneByKey(async (ids) => (viewerId ? findListsWith(db, ids, viewerId) : []), keyOfId),
  };
}

/** `hidden…` is how much of a count the viewer's blocks hide: asked only when there are any. */
function countLoaders(db: Db, viewerId: string | undefined) {
  const blocked = oneForAll(async () => (viewerId ? await findBlocked(db, viewerId) : []));
  const hiddenBy = (count: typeof countQuotesOfPosts) =>
    oneByKey(async (ids) => {
      const people = await blocked();
      return people.length === 0 ? [] : await count(db, ids, people);
    }, keyOfId);
  return {
    counts: manyByKey(
      (ids) => findCounts(db, counting, ids),
      ({ subjectId }) => subjectId,
    ),
    hiddenPosts: hiddenBy(countPostsOfHashtags),
    hiddenQuotes: hiddenBy(countQuotesOfPosts),
  };
}

function feedLoaders(db: Db, viewerId: string | undefined) {
  const feedOf = (item: { feedOf: string }) => item.feedOf;
  return {
    authorFeed: perArguments((query: AuthorFeedQuery) => manyByKey((ids) => findAuthorFeeds(db, ids, query), feedOf)),
    hashtagFeed: perArguments((query: FeedQuery) => manyByKey((ids) => findHashtagFeeds(db, ids, query), feedOf)),
    listFeed: perArguments((query: FeedQuery) => manyByKey((ids) => findListFeeds(db, ids, query), feedOf)),
    otherSharers: oneByKey(
      async (ids) => (viewerId ? countOtherSharers(db, ids, viewerId) : []),
      ({ shareId }) => shareId,
    ),
  };
}

/** What the viewer follows, put together, and said of what is recommended to them. */
function discoveryLoaders(db: Db, viewerId: string | undefined) {
  const feedOf = (item: { feedOf: string }) => item.feedOf;
  const ofViewer = (find: typeof findDisliked) =>
    oneByKey(async (ids) => (viewerId ? await find(db, ids, viewerId) : []), keyOfId);
  return {
    followedHashtag: ofViewer(findFollowedAmong),
    daysOfHashtag: perArguments((since: Date) =>
      manyByKey(
        (ids) => countDays(db, ids, { since, viewerId }),
        ({ hashtagId }) => hashtagId,
      ),
    ),
    customFeed: oneByKey((ids) => findVisibleFeeds(db, ids, viewerId), keyOfId),
    customFeedItems: perArguments((query: FeedQuery) =>
      manyByKey((ids) => findCustomFeedItems(db, ids, query), feedOf),
    ),
    rankedFeed: perArguments((query: RankedQuery) => manyByKey((ids) => findRankedFeedItems(db, ids, query), feedOf)),
    disliked: ofViewer(findDisliked),
    reduced: ofViewer(findReduced),
  };
}

const keyOfId = ({ id }: { id: string }) => id;
