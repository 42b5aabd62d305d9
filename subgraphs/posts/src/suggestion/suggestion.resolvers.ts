import type { Resolvers } from '../resolvers.generated.ts';
import { newTopicsFor, suggestPosts } from './suggestion.service.ts';

export const suggestionResolvers: Resolvers = {
  Viewer: {
    suggestedPosts: (viewer, asked, context) => suggestPosts(context, viewer, asked),
    newTopics: (viewer, asked, context) => newTopicsFor(context, viewer, asked),
  },
};
