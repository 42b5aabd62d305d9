import { encodeId, tryDecodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    // Nobody is the viewer of somebody else's request.
    __resolveReference: ({ id }, { viewer }) => (viewer && tryDecodeId(id)?.uuid === viewer.id ? viewer : null),
    id: ({ id }) => encodeId('viewer', id),
  },
};
