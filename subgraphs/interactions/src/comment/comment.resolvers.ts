import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { liveCountOf, reactionCountOf, tallyOf } from '../count/count.ts';
import { reactionsTo } from '../reaction/reaction-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { addComment, canEdit, editComment } from './comment.service.ts';
import { commentEdge, commentsIn } from './comment-list.ts';
import { canDelete, deleteComment } from './delete-comment.service.ts';

export const commentResolvers: Resolvers = {
  Query: {
    comment: (_, { id }, { loaders }) => loaders.comment.load(decodeId('comment', id)),
  },

  Mutation: {
    addComment: async (_, { input }, context) => {
      const { comment, post } = await addComment(context, {
        postId: decodeId('post', input.postId, 'input.postId'),
        parentId: input.parentId == null ? undefined : decodeId('comment', input.parentId, 'input.parentId'),
        text: input.text,
      });
      return { commentEdge: commentEdge(comment), post, userErrors: [] };
    },
    editComment: async (_, { input }, context) => {
      const commentId = decodeId('comment', input.commentId, 'input.commentId');
      return { comment: await editComment(context, { commentId, text: input.text }), userErrors: [] };
    },
    deleteComment: async (_, { input }, context) => {
      const commentId = decodeId('comment', input.commentId, 'input.commentId');
      const { placeholder, goneIds, post } = await deleteComment(context, commentId);
      const [deletedCommentId, ...deletedPlaceholderIds] = goneIds.map((id) => encodeId('comment', id));
      return {
        deletedCommentId: deletedCommentId ?? null,
        comment: placeholder ?? null,
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
    author: (comment, _, { loaders }) => (comment.authorId === null ? null : loaders.user.load(comment.authorId)),
    parent: (comment, _, { loaders }) => (comment.parentId === null ? null : loaders.comment.load(comment.parentId)),
    replyCount: async (comment, _, { loaders }) => liveCountOf(await loaders.counts.load(comment.id)),
    replies: (comment, args, { loaders }) => commentsIn(loaders, comment.id, { ...args, first: args.first ?? 10 }),
    reactionCount: async (comment, _, { loaders }) => reactionCountOf(await loaders.counts.load(comment.id)),
    reactionSummary: async (comment, _, { loaders }) => tallyOf(await loaders.counts.load(comment.id)),
    viewerReaction: async (comment, _, { loaders }) => (await loaders.viewerReaction.load(comment.id))?.kind ?? null,
    reactions: (comment, args, { loaders }) => reactionsTo(loaders, comment.id, args),
    isByPostAuthor: async (comment, _, { loaders }) => {
      const post = await loaders.post.load(comment.postId);
      return post !== null && post.authorId === comment.authorId;
    },
    canEdit: (comment, _, { viewer }) => canEdit(comment, viewer),
    canDelete: async (comment, _, { loaders, viewer }) => {
      const post = await loaders.post.load(comment.postId);
      return post !== null && canDelete(comment, post, viewer);
    },
  },
};
