import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import type { Resolvers } from '../resolvers.generated.ts';
import { votePoll } from './poll.service.ts';
import { counterOfOption, VOTERS } from './poll-count.ts';
import { countOf, hasEnded } from './shown-poll.ts';

export const pollResolvers: Resolvers = {
  Mutation: {
    votePoll: async (_, { input }, context) => {
      const poll = await votePoll(context, decodeId('poll', input.pollId, 'input.pollId'), input.choices);
      return { poll, userErrors: [] };
    },
  },
  Post: {
    poll: ({ id, hasPoll }, _, { loaders }) => (hasPoll ? loaders.pollOfPost.load(id) : null),
  },
  Poll: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('poll', id, loaders.poll),
    id: ({ id }) => encodeId('poll', id),
    options: (poll) => poll.options.map((text, index) => ({ poll, index, text })),
    hasEnded: (poll) => hasEnded(poll),
    voterCount: (poll, _, context) => countOf(context, poll, VOTERS),
    viewerChoices: async ({ id }, _, { loaders }) => (await loaders.voteOnPoll.load(id))?.choices ?? null,
  },
  PollOption: {
    voteCount: ({ poll, index }, _, context) => countOf(context, poll, counterOfOption(index)),
  },
};
