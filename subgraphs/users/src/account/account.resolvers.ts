import type { Resolvers } from '../resolvers.generated.ts';
import { signUp } from './account.service.ts';

export const accountResolvers: Resolvers = {
  Mutation: {
    signUp: async (_, { input }, context) => ({ ...(await signUp(context, input)), userErrors: [] }),
  },
};
