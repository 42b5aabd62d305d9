import { z } from 'zod';

/** An access token lives ten minutes; clocks differ by some seconds. What ended earlier, no token speaks for. */
export const REMEMBER_ENDED_SECONDS = 660;

/** The route by which users tells which sessions somebody ended lately. */
export const ENDED_SESSIONS_PATH = '/internal/ended-sessions';
export const endedSessionsQuestion = z.object({ withinSeconds: z.number().min(1).max(REMEMBER_ENDED_SECONDS) });
export const endedSessionsAnswer = z.object({ sessionIds: z.array(z.uuid()) });

export type EndedSessions = z.infer<typeof endedSessionsAnswer>;
