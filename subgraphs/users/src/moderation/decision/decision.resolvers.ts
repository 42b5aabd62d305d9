import { decodeId } from '@nexus/contracts/ids';
import type { Resolvers } from '../../resolvers.generated.ts';
import { appealModeration, decideAppeal } from '../appeal/appeal.service.ts';
import { moderate } from './moderate.service.ts';

export const decisionResolvers: Resolvers = {
  Mutation: {
    moderate: async (_, { input: { caseId, ...input } }, context) => ({
      case: await moderate(context, { ...input, caseId: decodeId('case', caseId, 'input.caseId') }),
      userErrors: [],
    }),
    appealModeration: async (_, { input: { actionId, text } }, context) => ({
      notice: await appealModeration(context, { actionId: decodeId('action', actionId, 'input.actionId'), text }),
      userErrors: [],
    }),
    decideAppeal: async (_, { input: { actionId, accept, answer } }, context) => ({
      case: await decideAppeal(context, {
        actionId: decodeId('action', actionId, 'input.actionId'),
        isAccepted: accept,
        answer,
      }),
      userErrors: [],
    }),
  },
};
