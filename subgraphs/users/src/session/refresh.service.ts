import { invalid } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import type { SessionRow } from '../tables/accounts.ts';
import { type Generation, readRefreshToken } from './refresh-token.ts';
import { placeOf, type SignedIn, signedIn } from './session.service.ts';
import { consumeGeneration, findFreshSuccessor, revokeReused } from './session.store.ts';

/**
 * Exchanges a refresh token for its successor. A lost answer can be asked for again within ten seconds and is the same;
 * any other reuse means that two hold the token, and ends the session for both (RFC 9700, 4.14.2).
 */
export async function refreshSession(context: Context, refreshToken: string): Promise<SignedIn> {
  const given = readRefreshToken(context.keys.refresh, refreshToken);
  const session = given && (await succeed(context, given));
  if (!session) throw invalid('input.refreshToken', 'This session has ended. Sign in again.');
  return await signedIn(context, session);
}

async function succeed(context: Context, given: Generation): Promise<SessionRow | undefined> {
  const { db, logger } = context;
  const session = (await consumeGeneration(db, given, placeOf(context))) ?? (await findFreshSuccessor(db, given));
  if (session) return session;
  if (await revokeReused(db, given)) {
    logger.warn({ sessionId: given.sessionId }, 'a refresh token was used again: its session is revoked');
  }
  return undefined;
}
