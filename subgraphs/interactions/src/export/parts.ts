import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId } from '@nexus/contracts/ids';
import { findCollectionsOf } from '../bookmark/collection.store.ts';
import { findImpressionsToExport } from '../impression/own-impressions.store.ts';
import {
  findBookmarksToExport,
  findCommentsToExport,
  findReactionsToExport,
  findSharesToExport,
  findThreadMutesToExport,
} from './parts.store.ts';

/** What somebody left on posts, and what they keep of them. */
export const parts: ExportParts<'interactions'> = {
  comments: async function* (db, userId) {
    for await (const { id, postId, parentId, text, createdAt, editedAt } of inPages(findCommentsToExport(db, userId))) {
      yield {
        id: encodeId('comment', id),
        postId: encodeId('post', postId),
        parentId: parentId && encodeId('comment', parentId),
        ...{ text, createdAt, editedAt },
      };
    }
  },
  reactions: async function* (db, userId) {
    for await (const { id, targetId, postId, kind, createdAt } of inPages(findReactionsToExport(db, userId))) {
      const target = encodeId(targetId === postId ? 'post' : 'comment', targetId);
      yield { id: encodeId('reaction', id), targetId: target, kind, createdAt };
    }
  },
  bookmarks: async function* (db, userId) {
    for await (const { id, postId, collectionId, createdAt } of inPages(findBookmarksToExport(db, userId))) {
      const place = collectionId && encodeId('collection', collectionId);
      yield { id: encodeId('bookmark', id), postId: encodeId('post', postId), collectionId: place, createdAt };
    }
  },
  bookmark_collections: async function* (db, userId) {
    for (const { id, name, createdAt } of await findCollectionsOf(db, userId)) {
      yield { id: encodeId('collection', id), name, createdAt };
    }
  },
  impressions: async function* (db, userId) {
    for await (const { postId, surface, dwellMs, seenAt } of inPages(findImpressionsToExport(db, userId))) {
      yield { postId: encodeId('post', postId), surface, dwellMs, seenAt };
    }
  },
  muted_threads: async function* (db, userId) {
    for await (const { postId, createdAt } of inPages(findThreadMutesToExport(db, userId))) {
      yield { postId: encodeId('post', postId), createdAt };
    }
  },
  shares: async function* (db, userId) {
    for await (const { id, postId, sharedAt } of inPages(findSharesToExport(db, userId))) {
      yield { id: encodeId('share', id), postId: encodeId('post', postId), sharedAt };
    }
  },
};
