import type { Services, Subgraph } from '@nexus/contracts/agreement';
import { EXPORT_PATH, type ExportPart, exportQuestion, inPages, toLines } from '@nexus/contracts/export';
import { encodeId } from '@nexus/contracts/ids';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import type { Db } from '@nexus/kit/database';
import { findCommentsToExport, findReactionsToExport, findSharesToExport } from './export.store.ts';

type App = Parameters<NonNullable<Subgraph<object>['routes']>>[0];

const PARTS: Record<ExportPart<'interactions'>, (db: Db, userId: string) => AsyncIterable<object>> = {
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

/** Lets users put what somebody left on posts into a copy of their data. */
export function addExportRoute(app: App, { db, secret }: Pick<Services, 'db' | 'secret'>): void {
  addInternalRoute(app, secret, {
    name: 'interactions',
    path: EXPORT_PATH,
    body: exportQuestion,
    answer: async ({ userId, part }) => {
      const rows = Object.hasOwn(PARTS, part) ? PARTS[part as keyof typeof PARTS] : undefined;
      return rows && toLines(rows(db, userId));
    },
  });
}
