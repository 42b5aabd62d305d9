import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../../resolvers.generated.ts';
import { followUser, removeFollower, unfollowUser } from './follow.service.ts';

export const followResolvers: Resolvers = {
  Mutation: {
    followUser: async (_, { input: { userId, showShares, notifyOnPost } }, context) => ({
      user: await followUser(context, decodeId('user', userId, 'input.userId'), {
        showShares: showShares ?? true,
        notifyOnPost: notifyOnPost ?? false,
      }),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    unfollowUser: async (_, { input: { userId } }, context) => ({
      user: await unfollowUser(context, decodeId('user', userId, 'input.userId')),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    removeFollower: async (_, { input: { userId } }, context) => ({
      user: await removeFollower(context, decodeId('user', userId, 'input.userId')),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
};
