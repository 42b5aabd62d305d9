import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { refreshSession } from './refresh.service.ts';
import { revokeSessions, signOut } from './session.service.ts';
import { signInWithPassword } from './sign-in.service.ts';

export const sessionResolvers: Resolvers = {
  Mutation: {
    signIn: async (_, { input }, context) => ({
      ...(await signInWithPassword(context, input.password)),
      userErrors: [],
    }),
    refreshSession: async (_, { input }, context) => ({
      ...(await refreshSession(context, input.refreshToken)),
      userErrors: [],
    }),
    signOut: async (_, __, context) => {
      await signOut(context);
      return { success: true };
    },
    revokeSession: async (_, { input: { sessionId, allOthers } }, context) => {
      const revoked = await revokeSessions(context, {
        sessionId: sessionId == null ? undefined : decodeId('session', sessionId, 'input.sessionId'),
        allOthers: allOthers ?? false,
      });
      const revokedSessionIds = revoked.map((id) => encodeId('session', id));
      return { revokedSessionIds, viewer: context.viewer ?? null, userErrors: [] };
    },
  },
  Session: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('session', id, loaders.session),
    id: ({ id }) => encodeId('session', id),
    lastUsedAt: ({ rotatedAt }) => rotatedAt,
  },
};
