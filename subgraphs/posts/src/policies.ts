import { definePolicies, sharedPolicies } from '@nexus/contracts/authorization';
import type { Resolvers } from './resolvers.generated.ts';

/** Who may have which field. */
export const policies = definePolicies<Resolvers>()({
  ...sharedPolicies,
  Query: { public: 'viewer', canView: 'post postLookup hashtag explore trendingHashtags feed' },
  Mutation: {
    viewer: 'createPost createThread saveDraft setHashtagFollowed',
    viewerWhoSees: 'votePoll setPostFeedback setShowFewer',
    owner:
      'editPost setPostPolicies deletePost setPostPinned deleteDraft schedulePost unschedulePost upsertFeed deleteFeed',
  },
  Post: {
    canView:
      'id author text facets language visibility media hashtags createdAt editedAt revision revisions permissions quoted quoteCount quotes commentPolicy quotePolicy contentWarning isSensitive poll thread isPinned viewerFeedback labels labelAction moderation',
  },
  PostPermissions: { sameAsParent: 'canEdit canDelete canQuote canPin' },
  UnavailablePost: { public: 'id reason' },
  PostConnection: { sameAsParent: 'edges pageInfo' },
  PostEdge: { sameAsParent: 'cursor node' },
  Facet: { sameAsParent: 'start end hashtag link', canView: 'mention' },
  Media: { canView: 'id kind image altText' },
  PostRevision: { sameAsParent: 'revision text contentWarning createdAt' },
  PostRevisionConnection: { sameAsParent: 'edges pageInfo' },
  PostRevisionEdge: { sameAsParent: 'cursor node' },
  Hashtag: { canView: 'id name postCount posts isFollowed history' },
  DayCount: { sameAsParent: 'day posts accounts' },
  TrendingHashtag: { sameAsParent: 'hashtag score' },
  CustomFeed: { canView: 'id name owner isPublic hashtagNames authorIds listIds excludedWords order items' },
  FeedConnection: { sameAsParent: 'edges pageInfo' },
  FeedEdge: { sameAsParent: 'cursor node reason' },
  Poll: { canView: 'id options isMultiple endsAt hasEnded voterCount viewerChoices' },
  PollOption: { sameAsParent: 'index text voteCount' },
  PostThread: { sameAsParent: 'index posts', canView: 'root' },
  Draft: {
    self: 'id text contentWarning isSensitive language visibility listId commentPolicy quotePolicy quoted poll scheduledFor failure updatedAt',
  },
  PollDraft: { sameAsParent: 'options isMultiple durationSeconds' },
  DraftConnection: { sameAsParent: 'edges pageInfo' },
  DraftEdge: { sameAsParent: 'cursor node' },
  Pinned: { sameAsParent: 'at' },
  FromHashtag: { sameAsParent: 'hashtag' },
  Recommended: { sameAsParent: 'because' },
  NewTopic: { sameAsParent: 'hashtag postCount' },
  SharedBy: { sameAsParent: 'actor otherActorCount sharedAt' },
  CreatePostPayload: { sameAsParent: 'post feedEdge userErrors' },
  CreateThreadPayload: { sameAsParent: 'posts userErrors' },
  VotePollPayload: { sameAsParent: 'poll userErrors' },
  DraftPayload: { sameAsParent: 'draft userErrors' },
  DeleteDraftPayload: { sameAsParent: 'deletedDraftId userErrors' },
  HashtagPayload: { sameAsParent: 'hashtag viewer userErrors' },
  FeedPayload: { sameAsParent: 'feed userErrors' },
  DeleteFeedPayload: { sameAsParent: 'deletedFeedId userErrors' },
  ShowFewerPayload: { sameAsParent: 'user userErrors' },
  PostPayload: { sameAsParent: 'post userErrors' },
  DeletePostPayload: { sameAsParent: 'deletedPostId userErrors' },
  Viewer: { self: 'id homeFeed drafts scheduledPosts followedHashtags feeds suggestedPosts newTopics' },
  // An id is given back to whoever has it; what hangs on it is loaded for the viewer.
  User: {
    public: 'id',
    canView: 'handle displayName avatar isVerified state postCount posts pinnedPosts viewerShowsFewer',
  },
  UserList: { canView: 'id feed' },
});
