import { definePolicies, sharedPolicies } from '@nexus/contracts/authorization';
import type { Resolvers } from './resolvers.generated.ts';

/** Who may have which field. */
export const policies = definePolicies<Resolvers>()({
  ...sharedPolicies,
  Query: { public: 'viewer', canView: 'comment' },
  Mutation: {
    viewerWhoSees: 'setReaction addComment sharePost unsharePost',
    owner: 'editComment',
    ownerOrHost: 'deleteComment',
  },
  Comment: {
    canView:
      'id post author text hashtags state parent depth replyCount replies reactionCount reactionSummary viewerReaction reactions isByPostAuthor createdAt editedAt canEdit canDelete',
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
  SetReactionPayload: { sameAsParent: 'target reaction removedReactionId userErrors' },
  AddCommentPayload: { sameAsParent: 'commentEdge post userErrors' },
  CommentPayload: { sameAsParent: 'comment userErrors' },
  DeleteCommentPayload: { sameAsParent: 'deletedCommentId comment deletedPlaceholderIds post userErrors' },
  SharePostPayload: { sameAsParent: 'share post userErrors' },
  UnsharePostPayload: { sameAsParent: 'deletedShareId post userErrors' },
  Viewer: { self: 'id reactedPosts' },
  // An id is given back to whoever has it; what hangs on it is loaded for the viewer.
  User: { public: 'id', canView: 'handle displayName avatar isVerified state comments' },
  Post: {
    canView:
      'id reactionCount reactionSummary commentCount shareCount viewerReaction viewerHasShared canComment canShare comments reactions shares',
  },
});
