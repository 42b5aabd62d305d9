import type { Resolvers } from '../resolvers.generated.ts';
import { countFollows, followUser, listFollows, relationshipWith, unfollowUser } from './follow.service.ts';

export const followResolvers: Resolvers = {
  Mutation: {
    followUser: async (_, { input }, context) => ({
      user: await followUser(context, { userId: input.userId, showShares: input.showShares ?? true }),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    unfollowUser: async (_, { input }, context) => ({
      user: await unfollowUser(context, input.userId),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
  User: {
    followerCount: ({ id }, _, context) => countFollows(context, id, 'followers'),
    followingCount: ({ id }, _, context) => countFollows(context, id, 'following'),
    followers: ({ id }, pages, context) => listFollows(context, id, { list: 'followers', ...pages }),
    following: ({ id }, pages, context) => listFollows(context, id, { list: 'following', ...pages }),
    relationship: ({ id }, _, context) => relationshipWith(context, id),
  },
};
