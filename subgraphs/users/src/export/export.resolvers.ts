import { encodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../resolvers.generated.ts';
import { exportsOf, requestDataExport } from './export.service.ts';

export const exportResolvers: Resolvers = {
  Mutation: {
    requestDataExport: async (_, __, context) => {
      await requestDataExport(context);
      return { viewer: context.viewer ?? null, userErrors: [] };
    },
  },
  Viewer: {
    dataExports: (viewer, _, context) => exportsOf(context, viewer),
  },
  DataExport: {
    id: ({ id }) => encodeId('export', id),
    downloadPath: ({ id, state }) => (state === 'READY' ? `/exports/${encodeId('export', id)}` : null),
  },
};
