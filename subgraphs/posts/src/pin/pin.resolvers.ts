import { decodeId } from '@nexus/contracts/ids';
import { isAuthor } from '../post/post.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { setPostPinned } from './pin.service.ts';

export const pinResolvers: Resolvers = {
  Mutation: {
    setPostPinned: async (_, { input: { postId, pinned } }, context) => ({
      post: await setPostPinned(context, decodeId('post', postId, 'input.postId'), pinned),
      userErrors: [],
    }),
  },
  Post: {
    isPinned: async ({ id }, _, { loaders }) => (await loaders.pin.load(id)) !== null,
  },
  PostPermissions: {
    canPin: (post, _, { viewer }) => isAuthor(post, viewer),
  },
  User: {
    pinnedPosts: async ({ id }, _, { loaders }) => (await loaders.pinnedOfAuthor({}).load(id)).map(({ post }) => post),
  },
};
