import { definePolicies, sharedPolicies } from '@nexus/contracts/authorization';
import type { Resolvers } from './resolvers.generated.ts';

/** Who may have which field. */
export const policies = definePolicies<Resolvers>()({
  ...sharedPolicies,
  Query: { public: 'viewer', canView: 'post postLookup hashtag' },
  Mutation: { viewer: 'createPost', owner: 'editPost setPostPolicies deletePost' },
  Post: {
    canView:
      'id author text facets language visibility media hashtags createdAt editedAt revision revisions permissions quoted quoteCount quotes commentPolicy quotePolicy',
  },
  PostPermissions: { sameAsParent: 'canEdit canDelete canQuote' },
  UnavailablePost: { public: 'id reason' },
  PostConnection: { sameAsParent: 'edges pageInfo' },
  PostEdge: { sameAsParent: 'cursor node' },
  Facet: { sameAsParent: 'start end hashtag link', canView: 'mention' },
  Media: { canView: 'id kind image altText' },
  PostRevision: { sameAsParent: 'revision text createdAt' },
  PostRevisionConnection: { sameAsParent: 'edges pageInfo' },
  PostRevisionEdge: { sameAsParent: 'cursor node' },
  Hashtag: { canView: 'id name postCount posts' },
  FeedConnection: { sameAsParent: 'edges pageInfo' },
  FeedEdge: { sameAsParent: 'cursor node reason' },
  SharedBy: { sameAsParent: 'actor otherActorCount sharedAt' },
  CreatePostPayload: { sameAsParent: 'post feedEdge userErrors' },
  PostPayload: { sameAsParent: 'post userErrors' },
  DeletePostPayload: { sameAsParent: 'deletedPostId userErrors' },
  Viewer: { self: 'id homeFeed' },
  // An id is given back to whoever has it; what hangs on it is loaded for the viewer.
  User: { public: 'id', canView: 'handle displayName avatar isVerified state postCount posts' },
  UserList: { canView: 'id feed' },
});
