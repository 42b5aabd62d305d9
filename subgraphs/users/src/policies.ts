import { definePolicies, sharedPolicies } from '@nexus/contracts/authorization';
import type { Resolvers } from './resolvers.generated.ts';

/** Who may have which field. */
export const policies = definePolicies<Resolvers>()({
  ...sharedPolicies,
  Query: { public: 'viewer handleAvailability', canView: 'node nodes user searchUsers' },
  Mutation: {
    public: 'signUp signIn refreshSession',
    viewer: 'signOut updateProfile changeHandle',
    owner: 'revokeSession',
    viewerWhoSees: 'followUser unfollowUser',
  },
  Viewer: { self: 'id user email createdAt sessions' },
  Session: { self: 'id isCurrent userAgent ipPrefix createdAt lastUsedAt expiresAt' },
  User: {
    canView:
      'id handle displayName avatar isVerified state bio links createdAt followerCount followingCount relationship',
    followGraph: 'followers following',
  },
  ProfileLink: { sameAsParent: 'url label' },
  Relationship: { sameAsParent: 'isFollowing isFollowedBy showShares' },
  UserConnection: { sameAsParent: 'edges pageInfo totalCount' },
  UserEdge: { sameAsParent: 'cursor node since' },
  AuthPayload: { sameAsParent: 'viewer accessToken accessTokenExpiresAt refreshToken userErrors' },
  SignOutPayload: { sameAsParent: 'success' },
  RevokeSessionPayload: { sameAsParent: 'revokedSessionIds viewer userErrors' },
  UserPayload: { sameAsParent: 'user viewer userErrors' },
  // An id is given back to whoever has it; its owner says whether it means anything to them.
  Post: { public: 'id' },
  Media: { public: 'id' },
  Hashtag: { public: 'id' },
  Comment: { public: 'id' },
  Reaction: { public: 'id' },
  Share: { public: 'id' },
});
