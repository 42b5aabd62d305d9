import type { Caller, Services } from '@nexus/contracts/agreement';
import { findUserRefsByIds } from '@nexus/contracts/projections/user-ref';
import { manyByKey, oneByKey, perArguments } from '@nexus/kit/batching';
import { findCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { findAuthorFeeds } from './feed/author-feed.store.ts';
import type { FeedQuery } from './feed/feed-query.ts';
import { findHashtagFeeds } from './feed/hashtag-feed.store.ts';
import { countOtherSharers } from './feed/other-sharers.store.ts';
import { findHashtagsByIds, findVisibleHashtags } from './hashtag/hashtag.store.ts';
import { findMediaByIds, findMediaByPosts } from './media/media.store.ts';
import { findPostsByIds } from './post/post.store.ts';
import { findRevisionsByPosts } from './post/revision.store.ts';
import { counting, userRefs } from './tables.ts';
import { findFollowed } from './visibility/visibility.store.ts';

/** All a resolver may use. */
export type Context = Services & Caller & { loaders: ReturnType<typeof createLoaders> };

/** A fresh context for each request: batches never outlive the question they answer. */
export function createContext(services: Services, caller: Caller): Context {
  return { ...services, ...caller, loaders: createLoaders(services.db, caller.viewer?.id) };
}

/** `viewerId` undefined is nobody: they follow nobody and see what is public. */
function createLoaders(db: Db, viewerId: string | undefined) {
  return { ...postLoaders(db, viewerId), ...peopleLoaders(db, viewerId), ...feedLoaders(db, viewerId) };
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

function peopleLoaders(db: Db, viewerId: string | undefined) {
  return {
    author: oneByKey((ids) => findUserRefsByIds(db, userRefs, ids), keyOfId),
    followed: oneByKey(async (ids) => (viewerId ? findFollowed(db, viewerId, ids) : []), keyOfId),
    counts: manyByKey(
      (ids) => findCounts(db, counting, ids),
      ({ subjectId }) => subjectId,
    ),
  };
}

function feedLoaders(db: Db, viewerId: string | undefined) {
  const feedOf = (item: { feedOf: string }) => item.feedOf;
  return {
    authorFeed: perArguments((query: FeedQuery) => manyByKey((ids) => findAuthorFeeds(db, ids, query), feedOf)),
    hashtagFeed: perArguments((query: FeedQuery) => manyByKey((ids) => findHashtagFeeds(db, ids, query), feedOf)),
    otherSharers: oneByKey(
      async (ids) => (viewerId ? countOtherSharers(db, ids, viewerId) : []),
      ({ shareId }) => shareId,
    ),
  };
}

const keyOfId = ({ id }: { id: string }) => id;
