import type { Subgraph } from '@nexus/contracts/agreement';
import { guardsOf } from '@nexus/contracts/authorization';
import { addExportRoute } from '@nexus/contracts/export-route';
import { catchUp } from '@nexus/contracts/projections/catch-up';
import { startErasingPeople } from '@nexus/contracts/projections/erasure/erase-people';
import { startFolding } from '@nexus/kit/counters';
import { startForgettingClaims } from '@nexus/kit/idempotency';
import { analyticsResolvers } from './analytics/analytics.resolvers.ts';
import { addAnalyticsRoute } from './analytics/analytics-route.ts';
import { startFoldingSeries } from './analytics/fold-series.ts';
import { bookmarkResolvers } from './bookmark/bookmark.resolvers.ts';
import { commentResolvers } from './comment/comment.resolvers.ts';
import { startFoldingScores } from './comment/comment-score.ts';
import { type Context, createContext } from './context.ts';
import { startRecounting } from './count/recount.service.ts';
import { startTellingEngagement } from './engagement/engagement.service.ts';
import { forgetting } from './erasure/erasure.service.ts';
import { listeners } from './events.ts';
import { parts } from './export/parts.ts';
import { impressionResolvers } from './impression/impression.resolvers.ts';
import { startSettlingImpressions } from './impression/settle-impressions.ts';
import { moderate } from './moderation/moderation.store.ts';
import { addSubjectRoute } from './moderation/subject-route.ts';
import { startForgettingDays } from './platform/forget-days.ts';
import { platformResolvers } from './platform/platform.resolvers.ts';
import { policies } from './policies.ts';
import { postResolvers } from './post/post.resolvers.ts';
import { startRemovingPosts } from './post/remove-post.service.ts';
import { reactionResolvers } from './reaction/reaction.resolvers.ts';
import { startRemovingReactions } from './reaction/remove-reactions.service.ts';
import { shareResolvers } from './share/share.resolvers.ts';
import { counting } from './tables/counts.ts';
import { idempotency } from './tables/once.ts';
import { people } from './tables/projections.ts';
import { threadMuteResolvers } from './thread-mute/thread-mute.resolvers.ts';
import { userResolvers } from './user/user.resolvers.ts';
import { viewerResolvers } from './viewer/viewer.resolvers.ts';

export const interactionsSubgraph: Subgraph<Context> = {
  name: 'interactions',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations', import.meta.url),
  resolvers: [
    analyticsResolvers,
    bookmarkResolvers,
    commentResolvers,
    impressionResolvers,
    platformResolvers,
    postResolvers,
    reactionResolvers,
    shareResolvers,
    threadMuteResolvers,
    userResolvers,
    viewerResolvers,
  ],
  policies,
  guards: guardsOf(policies),
  before: catchUp({ name: 'interactions', people, moderate }),
  createContext,
  listeners,
  routes: (app, services) => {
    addSubjectRoute(app, services);
    addAnalyticsRoute(app, services);
    addExportRoute(app, services, { name: 'interactions', parts });
  },
  background: (services) => {
    const { db, logger } = services;
    return [
      startFolding(db, counting, logger),
      startFoldingScores(db, logger),
      ...startFoldingSeries(db, logger),
      startSettlingImpressions(db, logger),
      startForgettingDays(db, logger),
      startTellingEngagement(services),
      startForgettingClaims(db, idempotency, logger),
      startErasingPeople(services, forgetting),
      startRemovingReactions(db, logger),
      ...startRemovingPosts(services),
      startRecounting(db, logger),
    ];
  },
};
