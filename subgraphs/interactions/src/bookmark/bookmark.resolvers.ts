import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { setBookmark } from './bookmark.service.ts';
import { deleteBookmarkCollection, upsertBookmarkCollection } from './collection.service.ts';

export const bookmarkResolvers: Resolvers = {
  Mutation: {
    setBookmark: async (_, { input }, context) => {
      const { bookmark, removed, post } = await setBookmark(context, {
        postId: decodeId('post', input.postId, 'input.postId'),
        isBookmarked: input.bookmarked,
        collectionId: input.collectionId && decodeId('collection', input.collectionId, 'input.collectionId'),
      });
      return { bookmark, deletedBookmarkId: removed && encodeId('bookmark', removed.id), post, userErrors: [] };
    },
    upsertBookmarkCollection: async (_, { input }, context) => {
      const { name, idempotencyKey } = input;
      const collectionId =
        input.collectionId == null ? undefined : decodeId('collection', input.collectionId, 'input.collectionId');
      const collection = await upsertBookmarkCollection(context, { collectionId, name }, idempotencyKey);
      return { collection, userErrors: [] };
    },
    deleteBookmarkCollection: async (_, { input }, context) => {
      await deleteBookmarkCollection(context, decodeId('collection', input.collectionId, 'input.collectionId'));
      return { deletedCollectionId: input.collectionId, userErrors: [] };
    },
  },

  Bookmark: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('bookmark', id, loaders.bookmark),
    id: (bookmark) => encodeId('bookmark', bookmark.id),
    post: (bookmark, _, { loaders }) => loaders.post.load(bookmark.postId),
    collection: ({ collectionId }, _, { loaders }) =>
      collectionId === null ? null : loaders.bookmarkCollection.load(collectionId),
  },

  BookmarkCollection: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('collection', id, loaders.bookmarkCollection),
    id: (collection) => encodeId('collection', collection.id),
    count: async (collection, _, { loaders }) => (await loaders.bookmarksIn.load(collection.id))?.value ?? 0,
  },
};
