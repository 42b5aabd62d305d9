import type { Db } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';
import { deleteEndedSessions } from './session.store.ts';

const EVERY_MS = 3_600_000;

/** Forgets long-ended sessions once an hour, until stopped. */
export function startForgettingSessions(db: Db, logger: Logger): () => Promise<void> {
  return repeat(() => deleteEndedSessions(db), { name: 'forgetting ended sessions', everyMs: EVERY_MS, logger });
}
