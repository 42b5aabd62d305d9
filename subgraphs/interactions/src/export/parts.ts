import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId } from '@nexus/contracts/ids';
import { findCommentsToExport, findReactionsToExport, findSharesToExport } from './parts.store.ts';

/** What somebody left on posts. */
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
  shares: async function* (db, userId) {
    for await (const { id, postId, sharedAt } of inPages(findSharesToExport(db, userId))) {
      yield { id: encodeId('share', id), postId: encodeId('post', postId), sharedAt };
    }
  },
};
