import { encodeId } from '@nexus/contracts/ids';
import { resolveViewer } from '@nexus/contracts/references';
import { reactedPostsOf } from '../reaction/reaction-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    __resolveReference: ({ id }, { viewer }) => resolveViewer(viewer, id),
    id: (viewer) => encodeId('viewer', viewer.id),
    reactedPosts: (viewer, args, context) => reactedPostsOf(context, viewer.id, args),
  },
};
