import type { Resolvers } from '../../resolvers.generated.ts';
import { listLabelPreferences, setLabelPreference } from './label-preferences.service.ts';

export const labelPreferencesResolvers: Resolvers = {
  Mutation: {
    setLabelPreference: async (_, { input }, context) => {
      await setLabelPreference(context, input);
      return { viewer: context.viewer ?? null, userErrors: [] };
    },
  },
  Viewer: {
    labelPreferences: ({ id }, _, context) => listLabelPreferences(context, id),
  },
};
