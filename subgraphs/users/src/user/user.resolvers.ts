import { decodeId, encodeId } from '@nexus/contracts/ids';
import { resolveReference } from '@nexus/contracts/references';
import { countFollows, listFollows, listKnownFollowers } from '../relationship/follow/follow-list.service.ts';
import { relationshipWith } from '../relationship/relationship.service.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { findUser } from './user.service.ts';

export const userResolvers: Resolvers = {
  Query: {
    user: (_, { id, handle }, context) =>
      findUser(context, { id: id == null ? undefined : decodeId('user', id), handle: handle ?? undefined }),
  },
  User: {
    __resolveReference: ({ id }, { loaders }) => resolveReference('user', id, loaders.user),
    id: ({ id }) => encodeId('user', id),
    // Pictures cannot be given yet.
    avatar: () => null,
    followerCount: ({ id }, _, context) => countFollows(context, id, 'followers'),
    followingCount: ({ id }, _, context) => countFollows(context, id, 'following'),
    isPrivateAccount: ({ isPrivate }) => isPrivate,
    followers: (person, pages, context) => listFollows(context, person, { list: 'followers', ...pages }),
    following: (person, pages, context) => listFollows(context, person, { list: 'following', ...pages }),
    followersYouKnow: (person, pages, context) => listKnownFollowers(context, person, pages),
    relationship: ({ id }, _, context) => relationshipWith(context, id),
  },
  UserConnection: {
    totalCount: async ({ countAll }) => (await countAll?.()) ?? null,
  },
};
