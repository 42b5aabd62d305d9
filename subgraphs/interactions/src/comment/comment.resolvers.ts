import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { liveCountOf } from '../count/count.ts';
import { reactionsTo } from '../reaction/reaction-list.ts';
import { reactionCountTo, reactionSummaryTo, viewerReactionTo } from '../reaction/shown-reactions.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { addComment, editComment } from './comment.service.ts';
import { commentEdge, repliesTo } from './comment-list.ts';
import { authorOf, parentOf } from './comment-origin.ts';
import { canDelete, canEdit, isByAuthorOf } from './comment-rules.ts';
import { deleteComment } from './delete-comment.service.ts';
import { asTold, stateOf } from './folded-comment.ts';
import { setCommentHidden, setCommentPinned } from './host.service.ts';

export const commentResolvers: Resolvers = {
  Query: {
    comment: (_, { id }, { loaders }) => loaders.comment.load(decodeId('comment', id)),
  },

  Mutation: {
    addComment: async (_, { input }, context) => {
      const draft = {
        postId: decodeId('post', input.postId, 'input.postId'),
        parentId: input.parentId == null ? undefined : decodeId('comment', input.parentId, 'input.parentId'),
        text: input.text,
      };
      const { comment, post } = await addComment(context, draft, input.idempotencyKey);
      return { commentEdge: commentEdge(comment), post, userErrors: [] };
    },
    editComment: async (_, { input }, context) => {
      const commentId = decodeId('comment', input.commentId, 'input.commentId');
      return { comment: await editComment(context, { commentId, text: input.text }), userErrors: [] };
    },
    setCommentHidden: async (_, { input }, context) => {
      const commentId = decodeId('comment', input.commentId, 'input.commentId');
      return { comment: await setCommentHidden(context, { commentId, isHidden: input.hidden }), userErrors: [] };
    },
    setCommentPinned: async (_, { input }, context) => {
      const commentId = decodeId('comment', input.commentId, 'input.commentId');
      return { comment: await setCommentPinned(context, { commentId, isPinned: input.pinned }), userErrors: [] };
    },
    deleteComment: async (_, { input }, context) => {
      const commentId = decodeId('comment', input.commentId, 'input.commentId');
      const { placeholder, goneIds, post } = await deleteComment(context, commentId);
      const [deletedCommentId, ...deletedPlaceholderIds] = goneIds.map((id) => encodeId('comment', id));
      return {
        deletedCommentId: deletedCommentId ?? null,
        comment: placeholder,
        deletedPlaceholderIds,
        post,
        userErrors: [],
      };
    },
  },

  Comment: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('comment', id, loaders.comment),
    id: (comment) => encodeId('comment', comment.id),
    post: (comment, _, { loaders }) => loaders.post.load(comment.postId),
    author: async (comment, _, context) => authorOf(context.loaders, await asTold(context, comment)),
    text: async (comment, _, context) => (await asTold(context, comment)).text,
    hashtags: async (comment, _, context) => (await asTold(context, comment)).hashtags,
    state: stateOf,
    parent: (comment, _, { loaders }) => parentOf(loaders, comment),
    replyCount: async (comment, _, { loaders }) => liveCountOf(await loaders.counts.load(comment.id)),
    replies: (comment, args, context) => repliesTo(context, comment.id, args),
    reactionCount: async (comment, _, context) => reactionCountTo(context.loaders, await asTold(context, comment)),
    reactionSummary: async (comment, _, context) => reactionSummaryTo(context.loaders, await asTold(context, comment)),
    viewerReaction: (comment, _, { loaders }) => viewerReactionTo(loaders, comment),
    reactions: async (comment, args, context) => reactionsTo(context.loaders, await asTold(context, comment), args),
    isByPostAuthor: async (comment, _, context) =>
      isByAuthorOf(await context.loaders.post.load(comment.postId), await asTold(context, comment)),
    editedAt: async (comment, _, context) => (await asTold(context, comment)).editedAt,
    canEdit: (comment, _, { viewer }) => canEdit(comment, viewer),
    canDelete: async (comment, _, { loaders, viewer }) =>
      canDelete(comment, { post: await loaders.post.load(comment.postId), viewer }),
  },
};
