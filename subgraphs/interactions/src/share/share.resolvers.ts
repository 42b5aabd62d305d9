import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { sharePost, unsharePost } from './share.service.ts';

export const shareResolvers: Resolvers = {
  Mutation: {
    sharePost: async (_, { input }, context) => {
      const { share, post } = await sharePost(
        context,
        decodeId('post', input.postId, 'input.postId'),
        input.idempotencyKey,
      );
      return { share, post, userErrors: [] };
    },
    unsharePost: async (_, { input }, context) => {
      const { ended, post } = await unsharePost(context, decodeId('post', input.postId, 'input.postId'));
      return { deletedShareId: ended && encodeId('share', ended.id), post, userErrors: [] };
    },
  },

  Share: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('share', id, loaders.share),
    id: (share) => encodeId('share', share.id),
    user: (share, _, { loaders }) => loaders.user.load(share.actorId),
    post: (share, _, { loaders }) => loaders.post.load(share.postId),
    createdAt: (share) => share.sharedAt,
  },
};
