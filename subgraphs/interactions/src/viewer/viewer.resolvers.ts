import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveViewer } from '@nexus/contracts/references';
import { analyticsOfPerson } from '../analytics/analytics.service.ts';
import { bookmarksOf } from '../bookmark/bookmark-list.ts';
import { findCollectionsOf } from '../bookmark/collection.store.ts';
import { reactedPostsOf } from '../reaction/reaction-list.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    __resolveReference: ({ id }, { viewer }) => resolveViewer(viewer, id),
    id: (viewer) => encodeId('viewer', viewer.id),
    bookmarks: (viewer, { collectionId, ...args }, context) =>
      bookmarksOf(context, viewer.id, {
        ...args,
        collectionId: collectionId == null ? undefined : decodeId('collection', collectionId, 'collectionId'),
      }),
    bookmarkCollections: (viewer, _, { db }) => findCollectionsOf(db, viewer.id),
    reactedPosts: (viewer, args, context) => reactedPostsOf(context, viewer.id, args),
    analytics: (viewer, args) => analyticsOfPerson(viewer.id, args),
  },
};
