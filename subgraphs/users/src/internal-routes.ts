import type { Services } from '@nexus/contracts/agreement';
import { ENDED_SESSIONS_PATH, endedSessionsQuestion } from '@nexus/contracts/ended-sessions';
import { DOWNLOAD_PATH, downloadQuestion } from '@nexus/contracts/export';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import { HOT_PATH, hotQuestion } from '@nexus/contracts/projections/hot';
import type { App } from '@nexus/kit/subgraph';
import { downloadExport } from './export/export.service.ts';
import { freshFor } from './hot/hot.service.ts';
import { endedSessions } from './session/ended-sessions.ts';

const name = 'users';

/** What users tells other services of ours, besides the events. */
export function addInternalRoutes(app: App, services: Services): void {
  const { secret } = services;
  addInternalRoute(app, secret, {
    name,
    path: HOT_PATH,
    body: hotQuestion,
    answer: (question) => freshFor(services, question),
  });
  addInternalRoute(app, secret, {
    name,
    path: ENDED_SESSIONS_PATH,
    body: endedSessionsQuestion,
    answer: (question) => endedSessions(services, question),
  });
  addInternalRoute(app, secret, {
    name,
    path: DOWNLOAD_PATH,
    body: downloadQuestion,
    answer: (question) => downloadExport(services, question),
  });
}
