import { encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';

export const mediaResolvers: Resolvers = {
  Media: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('media', id, loaders.media),
    id: ({ id }) => encodeId('media', id),
    image: () => null,
  },
};
