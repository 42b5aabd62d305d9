import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { recordImpressions } from './impression.service.ts';

export const impressionResolvers: Resolvers = {
  Mutation: {
    recordImpressions: async (_, { input }, context) => {
      const glances = input.items.map(({ postId, dwellMs }, nth) => ({
        postId: decodeId('post', postId, `input.items.${nth}.postId`),
        dwellMs,
      }));
      return { accepted: await recordImpressions(context, glances, input.surface), userErrors: [] };
    },
  },
};
