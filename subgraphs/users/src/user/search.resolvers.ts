import type { Resolvers } from '../resolvers.generated.ts';
import { searchUsers } from './search.service.ts';

export const searchResolvers: Resolvers = {
  Query: {
    searchUsers: (_, search, context) => searchUsers(context, search),
  },
};
