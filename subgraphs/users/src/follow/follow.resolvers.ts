import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { followUser, unfollowUser } from './follow.service.ts';

export const followResolvers: Resolvers = {
  Mutation: {
    followUser: async (_, { input: { userId, showShares } }, context) => ({
      user: await followUser(context, decodeId('user', userId, 'input.userId'), { showShares: showShares ?? true }),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    unfollowUser: async (_, { input: { userId } }, context) => ({
      user: await unfollowUser(context, decodeId('user', userId, 'input.userId')),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
};
