import { encodeId, tryDecodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';

export const mediaResolvers: Resolvers = {
  Media: {
    __resolveReference: async ({ id }, { loaders }) => {
      const found = tryDecodeId(id);
      const medium = found?.kind === 'media' ? await loaders.media.load(found.uuid) : null;
      const post = medium && (await loaders.post.load(medium.postId));
      return post && medium;
    },
    id: ({ id }) => encodeId('media', id),
    image: () => null,
  },
};
