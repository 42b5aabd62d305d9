import { definePolicies, sharedPolicies } from '@nexus/contracts/authorization';
import type { Resolvers } from './resolvers.generated.ts';

/** Who may have which field. */
export const policies = definePolicies<Resolvers>()({
  ...sharedPolicies,
  Query: {
    public: 'viewer accountDeletion handleAvailability',
    canView: 'node nodes user searchUsers',
    viewer: 'suggestedUsers',
    'role:MODERATOR': 'moderationQueue moderationCase',
    'role:ADMIN': 'auditLog',
  },
  Mutation: {
    public: 'signUp signIn refreshSession',
    viewer:
      'signOut deactivateAccount deleteAccount requestDataExport updateProfile changeHandle updatePrivacy addMutedWord removeMutedWord setLabelPreference',
    'role:MODERATOR': 'assignCase addCaseNote moderate decideAppeal',
    owner: 'revokeSession upsertList deleteList setListMembership appealModeration',
    viewerWhoSees:
      'followUser unfollowUser removeFollower blockUser unblockUser muteUser unmuteUser dismissSuggestion respondToFollowRequest reportContent',
  },
  Viewer: {
    self: 'id user email role createdAt sessions privacy followRequests sentFollowRequests blockedUsers mutedUsers mutedWords lists dataExports labelPreferences moderationNotices',
  },
  PrivacySettings: { sameAsParent: 'isPrivateAccount isDiscoverable hideFollowGraph' },
  MutedWord: { sameAsParent: 'word expiresAt' },
  FollowRequest: { canView: 'id requester target createdAt' },
  FollowRequestConnection: { sameAsParent: 'edges pageInfo totalCount' },
  FollowRequestEdge: { sameAsParent: 'cursor node' },
  UserList: { canView: 'id name description isPrivate owner createdAt memberCount members' },
  Session: { self: 'id isCurrent userAgent ipPrefix createdAt lastUsedAt expiresAt' },
  User: {
    canView:
      'id handle displayName avatar isVerified state bio links createdAt isPrivateAccount followerCount followingCount relationship',
    followGraph: 'followers following followersYouKnow',
  },
  LabelPreference: { sameAsParent: 'label action' },
  ModerationCase: {
    'role:MODERATOR':
      'id subject person state reportCount reasons reports evidence assignee openedAt resolvedAt actions notes',
  },
  CaseReport: { 'role:MODERATOR': 'reporter reason comment createdAt' },
  CaseEvidence: { 'role:MODERATOR': 'text seenAt' },
  CaseNote: { 'role:MODERATOR': 'author text createdAt' },
  ModerationAction: {
    'role:MODERATOR': 'id kind moderator reason label isTold createdAt expiresAt revertedAt appealState appealText',
  },
  ModerationCaseConnection: { 'role:MODERATOR': 'edges pageInfo totalCount' },
  ModerationCaseEdge: { 'role:MODERATOR': 'cursor node' },
  ModerationNotice: {
    self: 'id kind subject reason label createdAt expiresAt revertedAt canAppeal appealState appealAnswer',
  },
  ModerationNoticeConnection: { sameAsParent: 'edges pageInfo' },
  ModerationNoticeEdge: { sameAsParent: 'cursor node' },
  AuditLogEntry: { 'role:ADMIN': 'id actor action target metadata at' },
  AuditLogConnection: { 'role:ADMIN': 'edges pageInfo' },
  AuditLogEdge: { 'role:ADMIN': 'cursor node' },
  ReportContentPayload: { sameAsParent: 'accepted userErrors' },
  ModerationCasePayload: { sameAsParent: 'case userErrors' },
  ModerationNoticePayload: { sameAsParent: 'notice userErrors' },
  ProfileLink: { sameAsParent: 'url label' },
  Relationship: {
    sameAsParent: 'isFollowing isFollowedBy hasPendingRequest isBlocking isMuting mutedUntil notifyOnPost showShares',
  },
  UserConnection: { sameAsParent: 'edges pageInfo totalCount' },
  UserEdge: { sameAsParent: 'cursor node since' },
  AuthPayload: { sameAsParent: 'viewer accessToken accessTokenExpiresAt refreshToken userErrors' },
  SignOutPayload: { sameAsParent: 'success' },
  RevokeSessionPayload: { sameAsParent: 'revokedSessionIds viewer userErrors' },
  DataExport: { self: 'id state requestedAt expiresAt size downloadPath' },
  AccountDeletion: { sameAsParent: 'state scheduledFor completedAt participants' },
  DeletionParticipant: { sameAsParent: 'name state erasedCount' },
  DeleteAccountPayload: { sameAsParent: 'scheduledFor progressToken userErrors' },
  ViewerPayload: { sameAsParent: 'viewer userErrors' },
  RespondToFollowRequestPayload: { sameAsParent: 'removedRequestId requester viewer userErrors' },
  ListPayload: { sameAsParent: 'list viewer userErrors' },
  DeleteListPayload: { sameAsParent: 'deletedListId viewer userErrors' },
  UserPayload: { sameAsParent: 'user viewer userErrors' },
  // An id is given back to whoever has it; its owner says whether it means anything to them.
  Post: { public: 'id' },
  Media: { public: 'id' },
  Poll: { public: 'id' },
  Draft: { public: 'id' },
  CustomFeed: { public: 'id' },
  Hashtag: { public: 'id' },
  Comment: { public: 'id' },
  Reaction: { public: 'id' },
  Share: { public: 'id' },
  Bookmark: { public: 'id' },
  BookmarkCollection: { public: 'id' },
});
