import type { Resolvers } from '../resolvers.generated.ts';
import { deleteAccount, deletionProgress, stateOfDeletion } from './deletion.service.ts';

export const deletionResolvers: Resolvers = {
  Query: {
    accountDeletion: (_, { token }, context) => deletionProgress(context, token),
  },
  Mutation: {
    deleteAccount: async (_, { input }, context) => ({ ...(await deleteAccount(context, input)), userErrors: [] }),
  },
  AccountDeletion: {
    state: stateOfDeletion,
  },
  DeletionParticipant: {
    name: ({ participant }) => participant,
  },
};
