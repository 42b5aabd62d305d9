import type { Resolvers } from '../resolvers.generated.ts';

export const facetResolvers: Resolvers = {
  Facet: {
    mention: ({ userId }) => (userId === undefined ? null : { id: userId }),
    hashtag: ({ hashtagId }, _, { loaders }) => (hashtagId === undefined ? null : loaders.hashtag.load(hashtagId)),
    link: ({ link }) => link ?? null,
  },
};
