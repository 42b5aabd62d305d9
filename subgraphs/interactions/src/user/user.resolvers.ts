import { encodeId } from '@nexus/contracts/ids';
import { resolveKey } from '@nexus/contracts/references';
import { commentsBy } from '../comment/comment-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const userResolvers: Resolvers = {
  User: {
    __resolveReference: ({ id }) => resolveKey('user', id),
    id: (user) => encodeId('user', user.id),
    comments: (user, args, { loaders }) => commentsBy(loaders, user.id, args),
  },
};
