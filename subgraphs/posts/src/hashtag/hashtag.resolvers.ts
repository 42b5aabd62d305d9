import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { countPostsOfHashtag } from '../count/post-count.service.ts';
import { toFeedPage } from '../feed/feed-item.ts';
import { readFeedQuery } from '../feed/feed-query.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { findHashtag } from './hashtag.service.ts';

export const hashtagResolvers: Resolvers = {
  Query: {
    hashtag: (_, { name }, context) => findHashtag(context, name),
  },
  Hashtag: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('hashtag', id, loaders.visibleHashtag),
    id: ({ id }) => encodeId('hashtag', id),
    postCount: ({ id }, _, context) => countPostsOfHashtag(context, id),
    posts: async ({ id }, args, context) => {
      const query = readFeedQuery(args, context);
      return toFeedPage(await context.loaders.hashtagFeed(query).load(id), query.page);
    },
  },
};
