import { decodeId, encodeId } from '@nexus/contracts/ids';
import { encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import { countQuotes } from '../count/post-count.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { findQuoted, lookUpPosts } from './quote.service.ts';

export const quoteResolvers: Resolvers = {
  Query: {
    postLookup: (_, { ids }, context) =>
      lookUpPosts(
        context,
        ids.map((id, index) => decodeId('post', id, `ids.${index}`)),
      ),
  },
  Post: {
    quoted: ({ quotedPostId }, _, context) => (quotedPostId === null ? null : findQuoted(context, quotedPostId)),
    quoteCount: ({ id }, _, context) => countQuotes(context, id),
    quotes: async ({ id }, args, { loaders }) => {
      const page = readPage(args);
      return toConnection(await loaders.quotesOfPost(page).load(id), page, (node) => ({
        cursor: encodePosition({ at: node.createdAt, id: node.id }),
        node,
      }));
    },
  },
  PostResult: {
    __resolveType: (found) => ('reason' in found ? 'UnavailablePost' : 'Post'),
  },
  UnavailablePost: {
    id: ({ id }) => encodeId('post', id),
  },
};
