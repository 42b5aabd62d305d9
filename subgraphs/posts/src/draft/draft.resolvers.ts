import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import { readAskedPost } from '../post/read-asked-post.ts';
import { lookUpPost } from '../quote/quote.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { deleteDraft, saveDraft } from './draft.service.ts';
import { findDrafts, findScheduled } from './draft.store.ts';
import { schedulePost, unschedulePost } from './schedule.service.ts';

const draftId = (id: string) => decodeId('draft', id, 'input.draftId');

export const draftResolvers: Resolvers = {
  Mutation: {
    saveDraft: async (_, { input }, context) => {
      const asked = readAskedPost(input.content, { quotedPostId: input.quotedPostId });
      const kept = { asked, draftId: input.draftId == null ? null : draftId(input.draftId) };
      return { draft: await saveDraft(context, kept, input.idempotencyKey), userErrors: [] };
    },
    deleteDraft: async (_, { input }, context) => {
      await deleteDraft(context, draftId(input.draftId));
      return { deletedDraftId: input.draftId, userErrors: [] };
    },
    schedulePost: async (_, { input }, context) => ({
      draft: await schedulePost(context, draftId(input.draftId), input.publishAt),
      userErrors: [],
    }),
    unschedulePost: async (_, { input }, context) => ({
      draft: await unschedulePost(context, draftId(input.draftId)),
      userErrors: [],
    }),
  },
  Viewer: {
    drafts: async ({ id }, args, { db }) => {
      const page = readPage(args);
      return toConnection(await findDrafts(db, id, page), page, (node) => ({
        cursor: encodePosition({ at: node.updatedAt, id: node.id }),
        node,
      }));
    },
    scheduledPosts: async ({ id }, args, { db }) => {
      const page = readPage(args);
      return toConnection(await findScheduled(db, id, page), page, (node) => ({
        cursor: encodePosition({ at: node.scheduledFor ?? node.updatedAt, id: node.id }),
        node,
      }));
    },
  },
  Draft: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('draft', id, loaders.draft),
    id: ({ id }) => encodeId('draft', id),
    text: ({ content }) => content.text,
    contentWarning: ({ content }) => content.contentWarning,
    isSensitive: ({ content }) => content.isSensitive,
    language: ({ content }) => content.language,
    visibility: ({ content }) => content.visibility,
    listId: ({ content }) => content.listId && encodeId('list', content.listId),
    commentPolicy: ({ content }) => content.commentPolicy,
    quotePolicy: ({ content }) => content.quotePolicy,
    quoted: ({ content: { quotedPostId } }, _, context) =>
      quotedPostId === null ? null : lookUpPost(context, quotedPostId),
    poll: ({ content }) => content.poll && { ...content.poll, options: [...content.poll.options] },
  },
};
