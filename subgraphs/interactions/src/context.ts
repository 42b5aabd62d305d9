import type { Caller, Services } from '@nexus/contracts/agreement';
import { findUserRefsByIds } from '@nexus/contracts/projections/user-ref';
import { manyByKey, oneByKey, oneForAll, perArguments } from '@nexus/kit/batching';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { findTimelines } from './analytics/analytics.service.ts';
import type { Window } from './analytics/window.ts';
import { findBookmarksOfUser, findOwnBookmarks } from './bookmark/bookmark.store.ts';
import { countByCollections, findOwnCollections } from './bookmark/collection.store.ts';
import { findVisibleComments } from './comment/comment.store.ts';
import { findCommentsByLists, findPinnedComments, findVisibleCommentsByAuthors } from './comment/comment-list.store.ts';
import type { CommentPage } from './comment/comment-list.ts';
import { countShownPlaceholders, needsCorrection } from './count/correction.store.ts';
import { findShownCounts } from './count/count.store.ts';
import { findVisiblePosts } from './post/post.store.ts';
import { findReactionsOfUser, findVisibleReactions } from './reaction/reaction.store.ts';
import { findReactionsByTargets, type ReactionPage } from './reaction/reaction-list.store.ts';
import { findSharesByPosts, findSharesOfUser, findVisibleShares } from './share/share.store.ts';
import { userRefs } from './tables/projections.ts';
import { findMutedThreads } from './thread-mute/thread-mute.store.ts';

/** All a resolver may use. */
export type Context = Services & Caller & { loaders: Loaders };
export type Loaders = ReturnType<typeof createLoaders>;

/** A fresh context for each request: batches never outlive the question they answer. */
export function createContext(services: Services, caller: Caller): Context {
  return { ...services, ...caller, loaders: createLoaders(services.db, caller.viewer?.id) };
}

function createLoaders(db: Db, viewerId: string | undefined) {
  return { ...thingLoaders(db, viewerId), ...factLoaders(db, viewerId), ...listLoaders(db, viewerId) };
}

/** Things by id. All but people pass the rules of `visibility/` here; what hangs below them needs no second look. */
function thingLoaders(db: Db, viewerId: string | undefined) {
  return {
    post: oneByKey(
      (ids) => findVisiblePosts(db, ids, viewerId),
      (post) => post.id,
    ),
    comment: oneByKey(
      (ids) => findVisibleComments(db, ids, viewerId),
      (comment) => comment.id,
    ),
    reaction: oneByKey(
      (ids) => findVisibleReactions(db, ids, viewerId),
      (reaction) => reaction.id,
    ),
    share: oneByKey(
      (ids) => findVisibleShares(db, ids, viewerId),
      (share) => share.id,
    ),
    bookmark: oneByKey(
      async (ids) => (viewerId === undefined ? [] : await findOwnBookmarks(db, ids, viewerId)),
      (bookmark) => bookmark.id,
    ),
    bookmarkCollection: oneByKey(
      async (ids) => (viewerId === undefined ? [] : await findOwnCollections(db, ids, viewerId)),
      (collection) => collection.id,
    ),
    user: oneByKey(
      (ids) => findUserRefsByIds(db, userRefs, ids),
      (user) => user.id,
    ),
  };
}

/** Facts about posts and comments: counts, and what the viewer did. */
function factLoaders(db: Db, viewerId: string | undefined) {
  const isInDoubt = oneForAll(() => needsCorrection(db, viewerId));
  return {
    counts: manyByKey(
      async (ids) => findShownCounts(db, ids, { viewerId, needsCorrection: await isInDoubt() }),
      (count) => count.subjectId,
    ),
    shownPlaceholders: oneByKey(
      (ids) => countShownPlaceholders(db, ids, viewerId),
      (list) => list.listId,
    ),
    viewerReaction: oneByKey(
      async (ids) => (viewerId === undefined ? [] : await findReactionsOfUser(db, viewerId, ids)),
      (reaction) => reaction.targetId,
    ),
    viewerBookmark: oneByKey(
      async (ids) => (viewerId === undefined ? [] : await findBookmarksOfUser(db, viewerId, ids)),
      (bookmark) => bookmark.postId,
    ),
    viewerThreadMute: oneByKey(
      async (ids) => (viewerId === undefined ? [] : await findMutedThreads(db, viewerId, ids)),
      (mute) => mute.postId,
    ),
    bookmarksIn: oneByKey(
      (ids) => countByCollections(db, ids),
      (counted) => counted.collectionId ?? '',
    ),
    timeline: perArguments((window: Window) =>
      oneByKey(
        (ids) => findTimelines(db, ids, { window, viewerId }),
        (timeline) => timeline.subjectId,
      ),
    ),
    viewerShare: oneByKey(
      async (ids) => (viewerId === undefined ? [] : await findSharesOfUser(db, viewerId, ids)),
      (share) => share.postId,
    ),
  };
}

/** A page of each of many lists. */
function listLoaders(db: Db, viewerId: string | undefined) {
  return {
    commentsByList: perArguments((page: CommentPage) =>
      manyByKey(
        (ids) => findCommentsByLists(db, ids, { page, viewerId }),
        (comment) => comment.listId,
      ),
    ),
    pinnedComment: oneByKey(
      (postIds) => findPinnedComments(db, postIds, viewerId),
      (comment) => comment.postId,
    ),
    commentsByAuthor: perArguments((page: Page) =>
      manyByKey(
        (ids) => findVisibleCommentsByAuthors(db, ids, { page, viewerId }),
        (comment) => comment.authorId ?? '',
      ),
    ),
    reactionsByTarget: perArguments((page: ReactionPage) =>
      manyByKey(
        (ids) => findReactionsByTargets(db, ids, { page, viewerId }),
        (reaction) => reaction.targetId,
      ),
    ),
    sharesByPost: perArguments((page: Page) =>
      manyByKey(
        (ids) => findSharesByPosts(db, ids, { page, viewerId }),
        (share) => share.postId,
      ),
    ),
  };
}
