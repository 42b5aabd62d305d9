import { REMEMBER_ENDED_SECONDS } from '@nexus/contracts/ended-sessions';
import type { Logger } from '@nexus/kit/log';
import { repeat } from '@nexus/kit/repeat';

/** The ids of all sessions that somebody ended within so many seconds. */
export type FindEndedSessions = (withinSeconds: number) => Promise<readonly string[]>;

export type EndedSessions = { has(sessionId: string): boolean; stop(): Promise<void> };

const EVERY_MS = 500;
/** Asked for again each time: a session that ended in a long transaction is seen only when that is over. */
const OVERLAP_SECONDS = 15;

/**
 * Knows, half a second later, which sessions have ended, so that no request waits to learn it: asks their owner twice a
 * second for those that are new. While the owner does not answer, the sessions known before stay ended.
 */
export async function watchEndedSessions(find: FindEndedSessions, logger: Logger): Promise<EndedSessions> {
  const forgetAt = new Map<string, number>();
  let askedAt: number | undefined;
  let isLost = false;

  async function ask(): Promise<void> {
    const now = Date.now();
    const seconds = askedAt === undefined ? REMEMBER_ENDED_SECONDS : (now - askedAt) / 1_000 + OVERLAP_SECONDS;
    for (const id of await find(Math.min(seconds, REMEMBER_ENDED_SECONDS))) remember(id, now);
    askedAt = now;
  }

  function remember(id: string, now: number): void {
    if (!forgetAt.has(id)) forgetAt.set(id, now + REMEMBER_ENDED_SECONDS * 1_000);
  }

  /** Oldest first, as they came. */
  function forget(): void {
    for (const [id, at] of forgetAt) {
      if (at > Date.now()) return;
      forgetAt.delete(id);
    }
  }

  async function round(): Promise<{ hasMore: boolean }> {
    try {
      await ask();
      isLost = false;
    } catch (error) {
      if (!isLost) logger.warn({ err: error }, 'which sessions have ended is not known: their owner does not answer');
      isLost = true;
    }
    forget();
    return { hasMore: false };
  }

  // Before the first request is answered, if their owner can be asked.
  await round();
  const stop = repeat(round, { name: 'asking for ended sessions', everyMs: EVERY_MS, logger });
  return { has: (sessionId) => forgetAt.has(sessionId), stop };
}
