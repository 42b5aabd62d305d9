import type { Subgraph } from '@nexus/contracts/agreement';
import { guardsOf } from '@nexus/contracts/authorization';
import { startFolding } from '@nexus/kit/counters';
import { startForgettingClaims } from '@nexus/kit/idempotency';
import { commentResolvers } from './comment/comment.resolvers.ts';
import { startFoldingScores } from './comment/comment-score.ts';
import { type Context, createContext } from './context.ts';
import { listeners } from './events.ts';
import { policies } from './policies.ts';
import { postResolvers } from './post/post.resolvers.ts';
import { startRemovingPosts } from './post/remove-post.service.ts';
import { reactionResolvers } from './reaction/reaction.resolvers.ts';
import { startRemovingReactions } from './reaction/remove-reactions.service.ts';
import { startRecounting } from './recount/recount.service.ts';
import { shareResolvers } from './share/share.resolvers.ts';
import { counting, idempotency } from './tables.ts';
import { userResolvers } from './user/user.resolvers.ts';
import { viewerResolvers } from './viewer/viewer.resolvers.ts';

export const interactionsSubgraph: Subgraph<Context> = {
  name: 'interactions',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations', import.meta.url),
  resolvers: [postResolvers, commentResolvers, reactionResolvers, shareResolvers, userResolvers, viewerResolvers],
  guards: guardsOf(policies),
  createContext,
  listeners,
  background: ({ db, events, logger }) => [
    startFolding(db, counting, logger),
    startFoldingScores(db, logger),
    startForgettingClaims(db, idempotency, logger),
    startRemovingReactions(db, logger),
    ...startRemovingPosts({ db, events, logger }),
    startRecounting(db, logger),
  ],
};
