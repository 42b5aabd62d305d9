import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { setPostFeedback, setShowFewer } from './feedback.service.ts';

export const feedbackResolvers: Resolvers = {
  Mutation: {
    setPostFeedback: async (_, { input }, context) => {
      const postId = decodeId('post', input.postId, 'input.postId');
      const post = await setPostFeedback(context, { postId, feedback: input.feedback ?? null });
      return { post, userErrors: [] };
    },
    setShowFewer: async (_, { input }, context) => {
      const authorId = decodeId('user', input.userId, 'input.userId');
      await setShowFewer(context, { authorId, showFewer: input.showFewer });
      return { user: { id: authorId }, userErrors: [] };
    },
  },
  Post: {
    viewerFeedback: async ({ id }, _, { loaders }) => (await loaders.disliked.load(id)) && 'NOT_INTERESTED',
  },
  User: {
    viewerShowsFewer: async ({ id }, _, { viewer, loaders }) =>
      viewer ? (await loaders.reduced.load(id)) !== null : null,
  },
};
