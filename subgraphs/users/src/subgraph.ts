import type { Subgraph } from '@nexus/contracts/agreement';
import { guardsOf } from '@nexus/contracts/authorization';
import { startFolding } from '@nexus/kit/counters';
import { startForgettingClaims } from '@nexus/kit/idempotency';
import { accountResolvers } from './account/account.resolvers.ts';
import { type Context, createContext } from './context.ts';
import { startRecounting } from './count/recount.service.ts';
import { deletionResolvers } from './erasure/deletion.resolvers.ts';
import { progressListeners } from './erasure/progress.service.ts';
import { startDeletingAccounts } from './erasure/saga.service.ts';
import { addDownloadRoute } from './export/download-route.ts';
import { exportResolvers } from './export/export.resolvers.ts';
import { startExporting } from './export/make-export.service.ts';
import { startRefilling } from './hot/hot.service.ts';
import { hotEvents } from './hot/hot-events.ts';
import { addHotRoute } from './hot/hot-route.ts';
import { listResolvers } from './list/list.resolvers.ts';
import { startEmptyingLists } from './list/list-emptying.service.ts';
import { auditResolvers } from './moderation/audit/audit.resolvers.ts';
import { caseResolvers } from './moderation/case/case.resolvers.ts';
import { decisionResolvers } from './moderation/decision/decision.resolvers.ts';
import { labelPreferencesResolvers } from './moderation/label/label-preferences.resolvers.ts';
import { noticeResolvers } from './moderation/notice/notice.resolvers.ts';
import { reportResolvers } from './moderation/report/report.resolvers.ts';
import { startClearingCases } from './moderation/retention/clear-cases.service.ts';
import { nodeResolvers } from './node/node.resolvers.ts';
import { policies } from './policies.ts';
import { privacyResolvers } from './privacy/privacy.resolvers.ts';
import { profileResolvers } from './profile/profile.resolvers.ts';
import { blockResolvers } from './relationship/block/block.resolvers.ts';
import { followResolvers } from './relationship/follow/follow.resolvers.ts';
import { followRequestResolvers } from './relationship/follow/follow-request.resolvers.ts';
import { muteResolvers } from './relationship/mute/mute.resolvers.ts';
import { mutedWordsResolvers } from './relationship/mute/muted-words.resolvers.ts';
import { addEndedSessionsRoute } from './session/ended-sessions-route.ts';
import { startForgettingSessions } from './session/forget-sessions.ts';
import { addKeyRoute } from './session/key-route.ts';
import { sessionResolvers } from './session/session.resolvers.ts';
import { startLiftingSuspensions } from './state/lift-suspensions.service.ts';
import { stateResolvers } from './state/state.resolvers.ts';
import { suggestionResolvers } from './suggestion/suggestion.resolvers.ts';
import { counting } from './tables/counts.ts';
import { idempotency } from './tables/once.ts';
import { searchResolvers } from './user/search.resolvers.ts';
import { userResolvers } from './user/user.resolvers.ts';
import { viewerResolvers } from './viewer/viewer.resolvers.ts';

export const usersSubgraph: Subgraph<Context> = {
  name: 'users',
  schemaFile: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations', import.meta.url),
  resolvers: [
    accountResolvers,
    auditResolvers,
    blockResolvers,
    caseResolvers,
    decisionResolvers,
    deletionResolvers,
    exportResolvers,
    followRequestResolvers,
    followResolvers,
    labelPreferencesResolvers,
    listResolvers,
    muteResolvers,
    mutedWordsResolvers,
    nodeResolvers,
    noticeResolvers,
    privacyResolvers,
    profileResolvers,
    reportResolvers,
    searchResolvers,
    sessionResolvers,
    stateResolvers,
    suggestionResolvers,
    userResolvers,
    viewerResolvers,
  ],
  policies,
  guards: guardsOf(policies),
  createContext,
  listeners: progressListeners,
  routes: (app, services) => {
    addKeyRoute(app, services);
    addHotRoute(app, services);
    addEndedSessionsRoute(app, services);
    addDownloadRoute(app, services);
  },
  background: (services) => {
    const telling = { ...services, events: hotEvents(services) };
    return [
      startFolding(services.db, counting, services.logger),
      startForgettingClaims(services.db, idempotency, services.logger),
      startForgettingSessions(services.db, services.logger),
      startRefilling(services),
      startLiftingSuspensions(telling),
      startRecounting(telling),
      startEmptyingLists(telling),
      startClearingCases(services),
      ...startDeletingAccounts(telling),
      ...startExporting(services),
    ];
  },
};
