import { encodeId } from '@nexus/contracts/ids';
import { reactedPostsOf } from '../reaction/reaction-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    // Nobody is somebody else's viewer.
    __resolveReference: ({ id }, { viewer }) => (viewer && id === encodeId('viewer', viewer.id) ? viewer : null),
    id: (viewer) => encodeId('viewer', viewer.id),
    reactedPosts: (viewer, args, context) => reactedPostsOf(context, viewer.id, args),
  },
};
