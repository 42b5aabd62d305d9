import { encodeId, tryDecodeId } from '@nexus/contracts/ids';
import { commentsBy } from '../comment/comment-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const userResolvers: Resolvers = {
  User: {
    __resolveReference: ({ id }) => {
      const found = tryDecodeId(id);
      return found?.kind === 'user' ? { id: found.uuid } : null;
    },
    id: (user) => encodeId('user', user.id),
    comments: (user, args, { loaders }) => commentsBy(loaders, user.id, args),
  },
};
