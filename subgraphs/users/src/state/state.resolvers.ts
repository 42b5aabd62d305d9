import type { Resolvers } from '../resolvers.generated.ts';
import { deactivateAccount } from './state.service.ts';

export const stateResolvers: Resolvers = {
  Mutation: {
    deactivateAccount: async (_, __, context) => {
      await deactivateAccount(context);
      return { viewer: context.viewer ?? null, userErrors: [] };
    },
  },
};
