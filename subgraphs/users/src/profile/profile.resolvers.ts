import { encodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { changeHandle, handleAvailability } from './handle.service.ts';
import { findReferencedUser, findUser, updateProfile } from './profile.service.ts';

export const profileResolvers: Resolvers = {
  Query: {
    user: (_, asked, context) => findUser(context, asked),
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
  User: {
    __resolveReference: ({ id }, context) => findReferencedUser(context, id),
    id: ({ id }) => encodeId('user', id),
    // Pictures cannot be given yet.
    avatar: () => null,
  },
  UserConnection: {
    totalCount: async ({ countAll }) => (await countAll?.()) ?? null,
  },
};
