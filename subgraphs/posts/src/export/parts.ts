import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId } from '@nexus/contracts/ids';
import { type ExportedPost, findPostsToExport } from './parts.store.ts';

/** What somebody published. */
export const parts: ExportParts<'posts'> = {
  posts: async function* (db, userId) {
    for await (const post of inPages(findPostsToExport(db, userId))) yield toExport(post);
  },
};

function toExport({ id, quotedPostId, ...post }: ExportedPost) {
  const { text, language, visibility, commentPolicy, quotePolicy, createdAt, editedAt, media, revisions } = post;
  return {
    id: encodeId('post', id),
    ...{ text, language, visibility, commentPolicy, quotePolicy, createdAt, editedAt, media, revisions },
    quotedPostId: quotedPostId && encodeId('post', quotedPostId),
  };
}
