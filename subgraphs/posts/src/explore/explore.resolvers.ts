import type { Resolvers } from '../resolvers.generated.ts';
import { explore } from './explore.service.ts';

export const exploreResolvers: Resolvers = {
  Query: {
    explore: (_, asked, context) => explore(context, asked),
  },
};
