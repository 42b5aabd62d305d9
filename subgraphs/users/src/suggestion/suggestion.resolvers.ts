import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { dismissSuggestion, suggestUsers } from './suggestion.service.ts';

export const suggestionResolvers: Resolvers = {
  Query: {
    suggestedUsers: (_, asked, context) => suggestUsers(context, asked),
  },
  Mutation: {
    dismissSuggestion: async (_, { input: { userId } }, context) => ({
      user: await dismissSuggestion(context, decodeId('user', userId, 'input.userId')),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
};
