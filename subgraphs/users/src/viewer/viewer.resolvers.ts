import { encodeId } from '@nexus/contracts/ids';
import { resolveViewer } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { sessionsOf } from '../session/session.service.ts';
import { personBehind } from './viewer.service.ts';

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer ?? null,
  },
  Viewer: {
    __resolveReference: ({ id }, { viewer }) => resolveViewer(viewer, id),
    id: ({ id }) => encodeId('viewer', id),
    user: ({ id }, _, context) => personBehind(context, id),
    email: async ({ id }, _, { loaders }) => (await loaders.account.load(id))?.email ?? null,
    role: async ({ id }, _, context) => (await personBehind(context, id)).role,
    createdAt: async ({ id }, _, context) => (await personBehind(context, id)).createdAt,
    sessions: (viewer, _, context) => sessionsOf(context, viewer),
  },
};
