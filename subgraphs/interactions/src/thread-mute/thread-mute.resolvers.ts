import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { setThreadMuted } from './thread-mute.service.ts';

export const threadMuteResolvers: Resolvers = {
  Mutation: {
    setThreadMuted: async (_, { input }, context) => {
      const postId = decodeId('post', input.postId, 'input.postId');
      return { post: await setThreadMuted(context, { postId, isMuted: input.muted }), userErrors: [] };
    },
  },
};
