import type { Resolvers } from '../resolvers.generated.ts';
import { toFeedPage } from './feed-item.ts';
import { readAuthorFeedQuery, readFeedQuery, readHomeFeedQuery } from './feed-query.ts';
import { findHomeFeed } from './home-feed.store.ts';

export const feedResolvers: Resolvers = {
  Viewer: {
    homeFeed: async (viewer, args, { db }) => {
      const query = readHomeFeedQuery(args, viewer);
      return toFeedPage(await findHomeFeed(db, query), query.page);
    },
  },
  User: {
    posts: async (user, args, context) => {
      const query = readAuthorFeedQuery(args, context);
      return toFeedPage(await context.loaders.authorFeed(query).load(user.id), query.page);
    },
  },
  Hashtag: {
    posts: async (hashtag, args, context) => {
      const query = readFeedQuery(args, context);
      return toFeedPage(await context.loaders.hashtagFeed(query).load(hashtag.id), query.page);
    },
  },
  FeedEdge: {
    node: ({ node }) => node.post,
    reason: ({ node }) => (node.kind === 'SHARE' ? node : null),
  },
  FeedReason: {
    __resolveType: () => 'SharedBy',
  },
  SharedBy: {
    actor: ({ actorId }, _, { loaders }) => loaders.author.load(actorId),
    otherActorCount: async ({ id }, _, { loaders }) => (await loaders.otherSharers.load(id))?.others ?? 0,
    sharedAt: ({ sortAt }) => sortAt,
  },
};
