import { encodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { signUp } from './account.service.ts';
import { findOwnViewer, personBehind } from './viewer.service.ts';

export const accountResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Mutation: {
    signUp: async (_, { input }, context) => ({ ...(await signUp(context, input)), userErrors: [] }),
  },
  Viewer: {
    __resolveReference: ({ id }, context) => findOwnViewer(context, id),
    id: ({ id }) => encodeId('viewer', id),
    user: ({ id }, _, context) => personBehind(context, id),
    email: async ({ id }, _, { loaders }) => (await loaders.account.load(id))?.email ?? null,
    createdAt: async ({ id }, _, context) => (await personBehind(context, id)).createdAt,
  },
};
