import { encodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { refreshSession } from './refresh.service.ts';
import { findOwnSession, revokeSessions, sessionsOf, signOut } from './session.service.ts';
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
    revokeSession: async (_, { input }, context) => {
      const revoked = await revokeSessions(context, input);
      const revokedSessionIds = revoked.map((id) => encodeId('session', id));
      return { revokedSessionIds, viewer: context.viewer ?? null, userErrors: [] };
    },
  },
  Viewer: {
    sessions: (viewer, _, context) => sessionsOf(context, viewer),
  },
  Session: {
    __resolveReference: ({ id }, context) => findOwnSession(context, id),
    id: ({ id }) => encodeId('session', id),
    lastUsedAt: ({ rotatedAt }) => rotatedAt,
  },
};
