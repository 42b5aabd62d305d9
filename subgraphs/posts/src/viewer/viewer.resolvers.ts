import { encodeId } from '@nexus/contracts/ids';
import { resolveViewer } from '@nexus/contracts/references';
import { toFeedPage } from '../feed/feed-item.ts';
import { readHomeFeedQuery } from '../feed/feed-query.ts';
import { findHomeFeed } from '../feed/home-feed.store.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    __resolveReference: ({ id }, { viewer }) => resolveViewer(viewer, id),
    id: ({ id }) => encodeId('viewer', id),
    homeFeed: async (viewer, args, { db }) => {
      const query = readHomeFeedQuery(args, viewer);
      return toFeedPage(await findHomeFeed(db, query), query.page);
    },
  },
};
