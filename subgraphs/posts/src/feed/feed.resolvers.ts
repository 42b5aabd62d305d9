import type { Resolvers } from '../resolvers.generated.ts';

export const feedResolvers: Resolvers = {
  FeedEdge: {
    node: ({ node }) => node.post,
    reason: ({ node }) => (node.kind === 'SHARE' ? node : null),
  },
  FeedReason: {
    __resolveType: () => 'SharedBy',
  },
  SharedBy: {
    actor: ({ actorId }, _, { loaders }) => loaders.author.load(actorId),
    otherActorCount: async ({ id }, _, { loaders }) => (await loaders.otherSharers.load(id))?.others ?? 0,
    sharedAt: ({ sortAt }) => sortAt,
  },
};
