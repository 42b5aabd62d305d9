import type { Resolvers } from '../resolvers.generated.ts';
import { privacyOf, updatePrivacy } from './privacy.service.ts';

export const privacyResolvers: Resolvers = {
  Mutation: {
    updatePrivacy: async (_, { input }, context) => {
      await updatePrivacy(context, input);
      return { viewer: context.viewer ?? null, userErrors: [] };
    },
  },
  Viewer: {
    privacy: ({ id }, _, context) => privacyOf(context, id),
  },
};
