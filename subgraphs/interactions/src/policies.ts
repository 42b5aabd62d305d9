import { definePolicies, sharedPolicies } from '@nexus/contracts/authorization';
import type { Resolvers } from './resolvers.generated.ts';

/** Who may have which field. */
export const policies = definePolicies<Resolvers>()({
  ...sharedPolicies,
  Query: { public: 'viewer', canView: 'comment', 'role:ADMIN': 'platformAnalytics' },
  Mutation: {
    viewer: 'recordImpressions',
    viewerWhoSees: 'setReaction addComment sharePost unsharePost setBookmark setThreadMuted',
    owner: 'editComment upsertBookmarkCollection deleteBookmarkCollection',
    ownerOrHost: 'deleteComment',
    host: 'setCommentHidden setCommentPinned',
  },
  Comment: {
    canView:
      'id post author text hashtags state parent depth replyCount replies reactionCount reactionSummary viewerReaction reactions isByPostAuthor isPinned createdAt editedAt canEdit canDelete',
  },
  CommentConnection: { sameAsParent: 'edges pageInfo totalCount' },
  CommentEdge: { sameAsParent: 'cursor node' },
  Reaction: { canView: 'id kind user target createdAt' },
  ReactionTally: { sameAsParent: 'kind count' },
  ReactionConnection: { sameAsParent: 'edges pageInfo totalCount' },
  ReactionEdge: { sameAsParent: 'cursor node' },
  Share: { canView: 'id user post createdAt' },
  ShareConnection: { sameAsParent: 'edges pageInfo totalCount' },
  ShareEdge: { sameAsParent: 'cursor node' },
  Bookmark: { self: 'id post collection createdAt' },
  BookmarkCollection: { self: 'id name count' },
  BookmarkConnection: { sameAsParent: 'edges pageInfo totalCount' },
  BookmarkEdge: { sameAsParent: 'cursor node' },
  SetReactionPayload: { sameAsParent: 'target reaction removedReactionId userErrors' },
  AddCommentPayload: { sameAsParent: 'commentEdge post userErrors' },
  CommentPayload: { sameAsParent: 'comment userErrors' },
  DeleteCommentPayload: { sameAsParent: 'deletedCommentId comment deletedPlaceholderIds post userErrors' },
  SetBookmarkPayload: { sameAsParent: 'bookmark deletedBookmarkId post userErrors' },
  BookmarkCollectionPayload: { sameAsParent: 'collection userErrors' },
  DeleteBookmarkCollectionPayload: { sameAsParent: 'deletedCollectionId userErrors' },
  PostInteractionPayload: { sameAsParent: 'post userErrors' },
  SharePostPayload: { sameAsParent: 'share post userErrors' },
  UnsharePostPayload: { sameAsParent: 'deletedShareId post userErrors' },
  Viewer: { self: 'id reactedPosts bookmarks bookmarkCollections analytics' },
  // An id is given back to whoever has it; what hangs on it is loaded for the viewer.
  User: { public: 'id', canView: 'handle displayName avatar isVerified state comments' },
  MetricPoint: { sameAsParent: 'at value' },
  MetricSeries: { sameAsParent: 'metric total previousTotal points' },
  PostAnalytics: { sameAsParent: 'series engagementRate fromFollowersRatio' },
  AuthorAnalytics: { sameAsParent: 'series engagementRate fromFollowersRatio audience topPosts bestHours' },
  TopPost: { sameAsParent: 'post value' },
  BestHour: { sameAsParent: 'weekday hour engagements' },
  PlatformAnalytics: { sameAsParent: 'series activeUsers retention totals' },
  RetentionCohort: { sameAsParent: 'week people retained' },
  PlatformTotals: { sameAsParent: 'people posts comments reactions shares bookmarks impressions follows' },
  RecordImpressionsPayload: { sameAsParent: 'accepted userErrors' },
  Post: {
    canView:
      'id reactionCount reactionSummary commentCount shareCount bookmarkCount viewerReaction viewerHasShared viewerHasBookmarked viewerHasMutedThread canComment canShare comments reactions shares analytics',
  },
});
