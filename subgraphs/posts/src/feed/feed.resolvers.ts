import { hashtagNamed } from '../hashtag/hashtag.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';

const REASONS = {
  SHARE: 'SharedBy',
  PINNED: 'Pinned',
  HASHTAG: 'FromHashtag',
  RECOMMENDED: 'Recommended',
} as const;

export const feedResolvers: Resolvers = {
  FeedEdge: {
    node: ({ node }) => node.post,
    reason: ({ node: { kind, ...item } }) => (kind === 'POST' ? null : { ...item, kind }),
  },
  FeedReason: {
    __resolveType: ({ kind }) => REASONS[kind],
  },
  SharedBy: {
    actor: ({ actorId }, _, { loaders }) => loaders.author.load(actorId),
    otherActorCount: async ({ id }, _, { loaders }) => (await loaders.otherSharers.load(id))?.others ?? 0,
    sharedAt: ({ sortAt }) => sortAt,
  },
  Pinned: {
    at: ({ pinnedAt, sortAt }) => pinnedAt ?? sortAt,
  },
  FromHashtag: {
    hashtag: ({ hashtagId }, _, context) => hashtagNamed(context, hashtagId ?? ''),
  },
  Recommended: {
    because: () => 'People whom you follow follow them.',
  },
};
