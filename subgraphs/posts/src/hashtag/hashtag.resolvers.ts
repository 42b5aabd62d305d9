import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { countPostsOfHashtag } from '../count/post-count.service.ts';
import { toFeedPage } from '../feed/feed-item.ts';
import { readFeedQuery } from '../feed/feed-query.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { findHashtag } from './hashtag.service.ts';
import { setHashtagFollowed } from './hashtag-follow.service.ts';
import { findFollowedHashtags } from './hashtag-follow.store.ts';
import { historyOf } from './history.service.ts';

export const hashtagResolvers: Resolvers = {
  Query: {
    hashtag: (_, { name }, context) => findHashtag(context, name),
  },
  Mutation: {
    setHashtagFollowed: async (_, { input }, context) => ({
      hashtag: (await setHashtagFollowed(context, input)) ?? null,
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
  Viewer: {
    followedHashtags: ({ id }, _, { db }) => findFollowedHashtags(db, id),
  },
  Hashtag: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('hashtag', id, loaders.visibleHashtag),
    id: ({ id }) => encodeId('hashtag', id),
    isFollowed: async ({ id }, _, { loaders }) => (await loaders.followedHashtag.load(id)) !== null,
    history: ({ id }, { days }, context) => historyOf(context, id, days ?? 7),
    postCount: ({ id }, _, context) => countPostsOfHashtag(context, id),
    posts: async ({ id }, args, context) => {
      const query = readFeedQuery(args, context);
      return toFeedPage(await context.loaders.hashtagFeed(query).load(id), query.page);
    },
  },
};
