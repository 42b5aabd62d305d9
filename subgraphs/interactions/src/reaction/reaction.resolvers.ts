import { encodeId, tryDecodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { invalid } from '@nexus/kit/errors';
import type { Resolvers } from '../resolvers.generated.ts';
import { setReaction, type TargetId } from './reaction.service.ts';
import { targetOf } from './shown-reactions.ts';

export const reactionResolvers: Resolvers = {
  Mutation: {
    setReaction: async (_, { input }, context) => {
      const targetId = decodeTargetId(input.targetId);
      const { target, reaction, removed } = await setReaction(context, { targetId, kind: input.kind ?? null });
      return { target, reaction, removedReactionId: removed && encodeId('reaction', removed.id), userErrors: [] };
    },
  },

  Reaction: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('reaction', id, loaders.reaction),
    id: (reaction) => encodeId('reaction', reaction.id),
    user: (reaction, _, { loaders }) => loaders.user.load(reaction.userId),
    target: (reaction, _, { loaders }) => targetOf(loaders, reaction),
  },

  ReactionTarget: {
    __resolveType: (target) => ('parentId' in target ? 'Comment' : 'Post'),
  },
};

function decodeTargetId(id: string): TargetId {
  const found = tryDecodeId(id);
  if (found?.kind === 'post' || found?.kind === 'comment') return { kind: found.kind, uuid: found.uuid };
  throw invalid('input.targetId', 'This is neither a post id nor a comment id.');
}
