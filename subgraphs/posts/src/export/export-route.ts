import type { Services, Subgraph } from '@nexus/contracts/agreement';
import { EXPORT_PATH, type ExportPart, exportQuestion, inPages, toLines } from '@nexus/contracts/export';
import { encodeId } from '@nexus/contracts/ids';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import type { Db } from '@nexus/kit/database';
import { type ExportedPost, findPostsToExport } from './export.store.ts';

type App = Parameters<NonNullable<Subgraph<object>['routes']>>[0];

const PARTS: Record<ExportPart<'posts'>, (db: Db, userId: string) => AsyncIterable<object>> = {
  posts: async function* (db, userId) {
    for await (const post of inPages(findPostsToExport(db, userId))) yield toExport(post);
  },
};

/** Lets users put what somebody published into a copy of their data. */
export function addExportRoute(app: App, { db, secret }: Pick<Services, 'db' | 'secret'>): void {
  addInternalRoute(app, secret, {
    name: 'posts',
    path: EXPORT_PATH,
    body: exportQuestion,
    answer: async ({ userId, part }) => {
      const rows = Object.hasOwn(PARTS, part) ? PARTS[part as keyof typeof PARTS] : undefined;
      return rows && toLines(rows(db, userId));
    },
  });
}

function toExport({ id, quotedPostId, ...post }: ExportedPost) {
  const { text, language, visibility, commentPolicy, quotePolicy, createdAt, editedAt, media, revisions } = post;
  return {
    id: encodeId('post', id),
    ...{ text, language, visibility, commentPolicy, quotePolicy, createdAt, editedAt, media, revisions },
    quotedPostId: quotedPostId && encodeId('post', quotedPostId),
  };
}
