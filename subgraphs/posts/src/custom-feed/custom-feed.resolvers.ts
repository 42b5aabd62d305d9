import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { deleteFeed, itemsOf, seenAuthors, seenLists, upsertFeed } from './custom-feed.service.ts';
import { findFeedsOf } from './custom-feed.store.ts';
import { readFeedInput } from './feed-input.ts';

export const customFeedResolvers: Resolvers = {
  Query: {
    feed: (_, { id }, { loaders }) => loaders.customFeed.load(decodeId('feed', id)),
  },
  Mutation: {
    upsertFeed: async (_, { input }, context) => {
      const feedId = input.feedId == null ? undefined : decodeId('feed', input.feedId, 'input.feedId');
      const feed = await upsertFeed(context, { feedId, content: readFeedInput(input) });
      return { feed, userErrors: [] };
    },
    deleteFeed: async (_, { input }, context) => {
      await deleteFeed(context, decodeId('feed', input.feedId, 'input.feedId'));
      return { deletedFeedId: input.feedId, userErrors: [] };
    },
  },
  Viewer: {
    feeds: ({ id }, _, { db }) => findFeedsOf(db, id),
  },
  CustomFeed: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('feed', id, loaders.customFeed),
    id: ({ id }) => encodeId('feed', id),
    owner: ({ ownerId }, _, { loaders }) => loaders.author.load(ownerId),
    hashtagNames: ({ hashtagKeys }) => hashtagKeys,
    authorIds: async (feed, _, context) => (await seenAuthors(context, feed)).map((id) => encodeId('user', id)),
    listIds: async (feed, _, context) => (await seenLists(context, feed)).map((id) => encodeId('list', id)),
    order: ({ sort }) => sort,
    items: (feed, asked, context) => itemsOf(context, feed, asked),
  },
};
