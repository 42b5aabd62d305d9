import { encodeId } from '@nexus/contracts/ids';
import { resolveViewer } from '@nexus/contracts/references';
import { homeFeedOf } from '../feed/home-feed.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    __resolveReference: ({ id }, { viewer }) => resolveViewer(viewer, id),
    id: ({ id }) => encodeId('viewer', id),
    homeFeed: (viewer, asked, context) => homeFeedOf(context, viewer, asked),
  },
};
