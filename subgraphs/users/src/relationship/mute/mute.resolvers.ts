import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../../resolvers.generated.ts';
import { listSetAside } from '../set-aside.service.ts';
import { muteUser, unmuteUser } from './mute.service.ts';

export const muteResolvers: Resolvers = {
  Mutation: {
    muteUser: async (_, { input: { userId, durationSeconds, includeNotifications } }, context) => ({
      user: await muteUser(context, {
        userId: decodeId('user', userId, 'input.userId'),
        durationSeconds,
        mutesNotifications: includeNotifications ?? true,
      }),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
    unmuteUser: async (_, { input: { userId } }, context) => ({
      user: await unmuteUser(context, decodeId('user', userId, 'input.userId')),
      viewer: context.viewer ?? null,
      userErrors: [],
    }),
  },
  Viewer: {
    mutedUsers: ({ id }, pages, context) => listSetAside(context, { viewerId: id, aside: 'muted', ...pages }),
  },
};
