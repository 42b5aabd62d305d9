import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { toFeedPage } from '../feed/feed-item.ts';
import { readFeedQuery } from '../feed/feed-query.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const listResolvers: Resolvers = {
  UserList: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('list', id, loaders.list),
    id: ({ id }) => encodeId('list', id),
    feed: async ({ id }, args, context) => {
      const query = { ...readFeedQuery(args, context), kinds: ['POST', 'SHARE'] } as const;
      return toFeedPage(await context.loaders.listFeed(query).load(id), query.page);
    },
  },
};
