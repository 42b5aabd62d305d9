import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { deleteList, listsOfViewer, upsertList } from './list.service.ts';
import { countMembersOf, listMembersOf, setListMembership } from './list-member.service.ts';

export const listResolvers: Resolvers = {
  Mutation: {
    upsertList: async (_, { input: { listId, isPrivate, ...text } }, context) => ({
      list: await upsertList(context, {
        ...text,
        listId: listId == null ? undefined : decodeId('list', listId, 'input.listId'),
        isPrivate: isPrivate ?? true,
      }),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    deleteList: async (_, { input: { listId } }, context) => {
      await deleteList(context, decodeId('list', listId, 'input.listId'));
      return { deletedListId: listId, viewer: context.viewer ?? null, userErrors: [] };
    },
    setListMembership: async (_, { input: { listId, userId, isMember } }, context) => ({
      list: await setListMembership(context, {
        listId: decodeId('list', listId, 'input.listId'),
        userId: decodeId('user', userId, 'input.userId'),
        isMember,
      }),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
  Viewer: {
    lists: ({ id }, _, context) => listsOfViewer(context, id),
  },
  UserList: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('list', id, loaders.list),
    id: ({ id }) => encodeId('list', id),
    memberCount: ({ id }, _, context) => countMembersOf(context, id),
    members: ({ id }, pages, context) => listMembersOf(context, id, pages),
  },
};
