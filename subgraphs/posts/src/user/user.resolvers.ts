import { encodeId } from '@nexus/contracts/ids';
import { resolveKey } from '@nexus/contracts/references';
import { countPostsOfAuthor } from '../count/post-count.service.ts';
import { toFeedPage } from '../feed/feed-item.ts';
import { readAuthorFeedQuery } from '../feed/feed-query.ts';
import { findAuthorFeed } from '../pin/pinned-feed.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const userResolvers: Resolvers = {
  User: {
    __resolveReference: ({ id }) => resolveKey('user', id),
    id: ({ id }) => encodeId('user', id),
    postCount: ({ id }, _, context) => countPostsOfAuthor(context, id),
    posts: async ({ id }, args, context) => {
      const query = readAuthorFeedQuery(args, context);
      return toFeedPage(await findAuthorFeed(context, id, query), query.page);
    },
  },
};
