import { inPages } from '@nexus/contracts/export';
import type { ExportParts } from '@nexus/contracts/export-route';
import { encodeId, type IdKind } from '@nexus/contracts/ids';
import type { DraftRow } from '../tables/content.ts';
import { discoveryParts } from './discovery-parts.ts';
import { type ExportedPost, findDraftsToExport, findPostsToExport, findVotesToExport } from './parts.store.ts';

/** What somebody published, what they have not published yet, and what they answered others. */
export const parts: ExportParts<'posts'> = {
  posts: async function* (db, userId) {
    for await (const post of inPages(findPostsToExport(db, userId))) yield toExport(post);
  },
  drafts: async function* (db, userId) {
    for await (const draft of inPages(findDraftsToExport(db, userId))) yield toExportedDraft(draft);
  },
  ...discoveryParts,
  poll_votes: async function* (db, userId) {
    for await (const { pollId, choices, createdAt } of inPages(findVotesToExport(db, userId))) {
      yield { pollId: encodeId('poll', pollId), choices, createdAt };
    }
  },
};

function toExport({ id, listId, quotedPostId, threadRootId, threadIndex, ...post }: ExportedPost) {
  const { text, contentWarning, isSensitive, language, visibility, commentPolicy, quotePolicy } = post;
  const { createdAt, editedAt, media, poll, revisions } = post;
  return {
    id: encodeId('post', id),
    ...{ text, contentWarning, isSensitive, language, visibility, commentPolicy, quotePolicy },
    listId: idOf('list', listId),
    ...{ createdAt, editedAt, media },
    poll: poll && { ...poll, endsAt: new Date(poll.endsAt) },
    revisions: revisions.map((revision) => ({ ...revision, createdAt: new Date(revision.createdAt) })),
    quotedPostId: idOf('post', quotedPostId),
    thread: threadRootId && { rootId: idOf('post', threadRootId), index: threadIndex },
  };
}

function toExportedDraft({ id, content, updatedAt, scheduledFor, failure }: DraftRow) {
  const { listId, quotedPostId, ...said } = content;
  return {
    id: encodeId('draft', id),
    ...said,
    listId: idOf('list', listId),
    quotedPostId: idOf('post', quotedPostId),
    ...{ updatedAt, scheduledFor, failure },
  };
}

const idOf = (kind: IdKind, id: string | null): string | null => id && encodeId(kind, id);
