import type { Subgraph } from '@nexus/contracts/agreement';
import { guardsOf } from '@nexus/contracts/authorization';
import { addExportRoute } from '@nexus/contracts/export-route';
import { catchUp } from '@nexus/contracts/projections/catch-up';
import { startErasingPeople } from '@nexus/contracts/projections/erasure/erase-people';
import { startFolding } from '@nexus/kit/counters';
import { startForgettingClaims } from '@nexus/kit/idempotency';
import { type Context, createContext } from './context.ts';
import { startRecounting } from './count/recount.service.ts';
import { customFeedResolvers } from './custom-feed/custom-feed.resolvers.ts';
import { draftResolvers } from './draft/draft.resolvers.ts';
import { startPublishingDue } from './draft/publish-due.service.ts';
import { forgetting } from './erasure/erasure.service.ts';
import { listeners } from './events.ts';
import { exploreResolvers } from './explore/explore.resolvers.ts';
import { parts } from './export/parts.ts';
import { feedResolvers } from './feed/feed.resolvers.ts';
import { startRemovingItems } from './feed/item-removal.service.ts';
import { feedbackResolvers } from './feedback/feedback.resolvers.ts';
import { hashtagResolvers } from './hashtag/hashtag.resolvers.ts';
import { listResolvers } from './list/list.resolvers.ts';
import { mediaResolvers } from './media/media.resolvers.ts';
import { moderationResolvers } from './moderation/moderation.resolvers.ts';
import { moderate } from './moderation/moderation.service.ts';
import { addSubjectRoute } from './moderation/subject-route.ts';
import { pinResolvers } from './pin/pin.resolvers.ts';
import { policies } from './policies.ts';
import { pollResolvers } from './poll/poll.resolvers.ts';
import { addAuthorizeRoute } from './post/authorize-route.ts';
import { postResolvers } from './post/post.resolvers.ts';
import { revisionResolvers } from './post/revision.resolvers.ts';
import { quoteResolvers } from './quote/quote.resolvers.ts';
import { suggestionResolvers } from './suggestion/suggestion.resolvers.ts';
import { counting } from './tables/counts.ts';
import { idempotency } from './tables/once.ts';
import { people } from './tables/projections.ts';
import { facetResolvers } from './text/facet.resolvers.ts';
import { threadResolvers } from './thread/thread.resolvers.ts';
import { trendResolvers } from './trend/trend.resolvers.ts';
import { startFindingTrends } from './trend/trend.service.ts';
import { userResolvers } from './user/user.resolvers.ts';
import { viewerResolvers } from './viewer/viewer.resolvers.ts';

export const postsSubgraph: Subgraph<Context> = {
  name: 'posts',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations', import.meta.url),
  resolvers: [
    customFeedResolvers,
    draftResolvers,
    exploreResolvers,
    facetResolvers,
    feedResolvers,
    feedbackResolvers,
    hashtagResolvers,
    listResolvers,
    mediaResolvers,
    moderationResolvers,
    pinResolvers,
    pollResolvers,
    postResolvers,
    quoteResolvers,
    revisionResolvers,
    suggestionResolvers,
    threadResolvers,
    trendResolvers,
    userResolvers,
    viewerResolvers,
  ],
  policies,
  guards: guardsOf(policies),
  before: catchUp({ name: 'posts', people, moderate }),
  createContext,
  listeners,
  routes: (app, services) => {
    addAuthorizeRoute(app, services);
    addSubjectRoute(app, services);
    addExportRoute(app, services, { name: 'posts', parts });
  },
  background: (services) => {
    const { db, events, logger } = services;
    return [
      startFolding(db, counting, logger),
      startRemovingItems(db, logger),
      startErasingPeople(services, forgetting(events)),
      startForgettingClaims(db, idempotency, logger),
      startRecounting(db, logger),
      startPublishingDue(services),
      startFindingTrends(db, logger),
    ];
  },
};
