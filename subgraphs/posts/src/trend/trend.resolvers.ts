import type { Resolvers } from '../resolvers.generated.ts';
import { trendsFor } from './trend.service.ts';

export const trendResolvers: Resolvers = {
  Query: {
    trendingHashtags: (_, { first }, context) => trendsFor(context, first ?? 10),
  },
};
