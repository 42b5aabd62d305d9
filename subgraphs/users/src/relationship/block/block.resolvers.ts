import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../../resolvers.generated.ts';
import { listSetAside } from '../set-aside.service.ts';
import { blockUser, unblockUser, withoutGraph } from './block.service.ts';

export const blockResolvers: Resolvers = {
  Mutation: {
    blockUser: async (_, { input: { userId } }, context) => ({
      user: withoutGraph(await blockUser(context, decodeId('user', userId, 'input.userId'))),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    unblockUser: async (_, { input: { userId } }, context) => ({
      user: await unblockUser(context, decodeId('user', userId, 'input.userId')),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
  Viewer: {
    blockedUsers: async ({ id }, pages, context) => {
      const blocked = await listSetAside(context, { viewerId: id, aside: 'blocked', ...pages });
      return { ...blocked, edges: blocked.edges.map((edge) => ({ ...edge, node: withoutGraph(edge.node) })) };
    },
  },
};
