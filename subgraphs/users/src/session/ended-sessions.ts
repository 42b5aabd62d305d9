import type { Services } from '@nexus/contracts/agreement';
import type { EndedSessions, EndedSessionsQuestion } from '@nexus/contracts/ended-sessions';
import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { findRevokedSessions } from './ended-sessions.store.ts';
import { deleteEndedSessions } from './session.store.ts';

const EVERY_MS = 3_600_000;

/** Forgets long-ended sessions once an hour, until stopped. */
export function startForgettingSessions(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => deleteEndedSessions(db), { name: 'forgetting ended sessions', everyMs: EVERY_MS, logger });
}

/** The sessions that somebody ended lately: their access tokens are good for nothing any more. */
export async function endedSessions(
  { database }: Pick<Services, 'database'>,
  { withinSeconds }: EndedSessionsQuestion,
): Promise<EndedSessions> {
  return { sessionIds: await findRevokedSessions(database, withinSeconds) };
}
