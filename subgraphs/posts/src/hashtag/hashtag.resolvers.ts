import { encodeId, tryDecodeId } from '@nexus/contracts/ids';
import { visibleCount } from '../author/post-count.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { hashtagKey } from './hashtag-name.ts';

export const hashtagResolvers: Resolvers = {
  Query: {
    hashtag: (_, { name }, { loaders }) => {
      const key = hashtagKey(name);
      return key === undefined ? null : loaders.hashtagByKey.load(key);
    },
  },
  Hashtag: {
    __resolveReference: ({ id }, { loaders }) => {
      const found = tryDecodeId(id);
      return found?.kind === 'hashtag' ? loaders.hashtag.load(found.uuid) : null;
    },
    id: ({ id }) => encodeId('hashtag', id),
    postCount: async ({ id }, _, { loaders }) => visibleCount(await loaders.counts.load(id), {}),
  },
};
