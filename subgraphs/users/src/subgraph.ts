import type { Subgraph } from '@nexus/contracts/agreement';
import { guardsOf } from '@nexus/contracts/authorization';
import { startFolding } from '@nexus/kit/counters';
import { accountResolvers } from './account/account.resolvers.ts';
import { type Context, createContext } from './context.ts';
import { listeners } from './events.ts';
import { followResolvers } from './follow/follow.resolvers.ts';
import { nodeResolvers } from './node/node.resolvers.ts';
import { policies } from './policies.ts';
import { profileResolvers } from './profile/profile.resolvers.ts';
import { searchResolvers } from './search/search.resolvers.ts';
import { startForgettingSessions } from './session/ended-sessions.ts';
import { addKeyRoute } from './session/key-route.ts';
import { sessionResolvers } from './session/session.resolvers.ts';
import { counting } from './tables.ts';
import { userResolvers } from './user/user.resolvers.ts';
import { viewerResolvers } from './viewer/viewer.resolvers.ts';

export const usersSubgraph: Subgraph<Context> = {
  name: 'users',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations', import.meta.url),
  resolvers: [
    accountResolvers,
    followResolvers,
    nodeResolvers,
    profileResolvers,
    searchResolvers,
    sessionResolvers,
    userResolvers,
    viewerResolvers,
  ],
  guards: guardsOf(policies),
  createContext,
  listeners,
  routes: addKeyRoute,
  background: ({ db, logger }) => [startFolding(db, counting, logger), startForgettingSessions(db, logger)],
};
