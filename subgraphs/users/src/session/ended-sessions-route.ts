import type { Services } from '@nexus/contracts/agreement';
import { ENDED_SESSIONS_PATH, type EndedSessions, endedSessionsQuestion } from '@nexus/contracts/ended-sessions';
import { addInternalRoute } from '@nexus/contracts/neighbour';
import type { App } from '@nexus/kit/subgraph';
import { findRevokedSessions } from './ended-sessions.store.ts';

/** Lets the gateway ask which sessions somebody ended lately: their access tokens are good for nothing any more. */
export function addEndedSessionsRoute(app: App, { database, secret }: Pick<Services, 'database' | 'secret'>): void {
  addInternalRoute(app, secret, {
    name: 'users',
    path: ENDED_SESSIONS_PATH,
    body: endedSessionsQuestion,
    answer: async ({ withinSeconds }): Promise<EndedSessions> => ({
      sessionIds: await findRevokedSessions(database, withinSeconds),
    }),
  });
}
