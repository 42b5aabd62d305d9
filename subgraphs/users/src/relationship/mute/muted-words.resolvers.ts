import type { Resolvers } from '../../resolvers.generated.ts';
import { addMutedWord, listMutedWords, removeMutedWord } from './muted-words.service.ts';

export const mutedWordsResolvers: Resolvers = {
  Mutation: {
    addMutedWord: async (_, { input }, context) => {
      await addMutedWord(context, input);
      return { viewer: context.viewer ?? null, userErrors: [] };
    },
    removeMutedWord: async (_, { input }, context) => {
      await removeMutedWord(context, input.word);
      return { viewer: context.viewer ?? null, userErrors: [] };
    },
  },
  Viewer: {
    mutedWords: ({ id }, _, context) => listMutedWords(context, id),
  },
};
