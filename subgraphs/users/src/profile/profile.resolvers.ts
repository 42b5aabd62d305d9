import type { Resolvers } from '../resolvers.generated.ts';
import { changeHandle, handleAvailability } from './handle.service.ts';
import { updateProfile } from './profile.service.ts';

export const profileResolvers: Resolvers = {
  Query: {
    handleAvailability: (_, { handle }, context) => handleAvailability(context, handle),
  },
  Mutation: {
    updateProfile: async (_, { input }, context) => ({
      user: await updateProfile(context, input),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    changeHandle: async (_, { input }, context) => ({
      user: await changeHandle(context, input.handle),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
};
