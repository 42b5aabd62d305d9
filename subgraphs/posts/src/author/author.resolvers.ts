import { encodeId, tryDecodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { visibleCount } from './post-count.ts';

export const authorResolvers: Resolvers = {
  User: {
    __resolveReference: ({ id }) => {
      const found = tryDecodeId(id);
      return found?.kind === 'user' ? { id: found.uuid } : null;
    },
    id: ({ id }) => encodeId('user', id),
    postCount: async ({ id }, _, { loaders, viewer }) => {
      const [counts, followed] = await Promise.all([loaders.counts.load(id), loaders.followed.load(id)]);
      return visibleCount(counts, { isAuthor: viewer?.id === id, isFollower: followed !== null });
    },
  },
};
