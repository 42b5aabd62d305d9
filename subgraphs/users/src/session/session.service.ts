import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound } from '@nexus/kit/errors';
import { MAX_USER_AGENT_LENGTH } from '@nexus/kit/headers';
import { ipPrefix } from '@nexus/kit/network';
import { newId } from '@nexus/kit/new-id';
import { findRole } from '../account/account.store.ts';
import type { Context } from '../context.ts';
import type { SessionRow } from '../tables/accounts.ts';
import { type AccessToken, createAccessToken } from './access-token.ts';
import { requireLiveSession } from './live-session.ts';
import { createRefreshToken } from './refresh-token.ts';
import {
  findOwnSessions,
  insertSession,
  type Place,
  revokeOldestSessions,
  revokeOtherSessions,
  revokeSessionOf,
  type SeenSession,
} from './session.store.ts';

/** As many as anybody looks through; when one more begins, the oldest ends. */
const MAX_SESSIONS = 100;

/** What a sign-in or a refresh gives. */
export type SignedIn = AccessToken & { viewer: Viewer; refreshToken: string };

/** Begins a session of a person where the request comes from. */
export async function openSession(db: Db, context: Context, userId: string): Promise<SessionRow> {
  const session = await insertSession(db, { id: newId(), userId, ...placeOf(context) });
  await revokeOldestSessions(db, userId, MAX_SESSIONS);
  return session;
}

/** The tokens of a session's present generation. The rest of the answer may tell its owner what is theirs. */
export async function signedIn(context: Context, session: SessionRow): Promise<SignedIn> {
  const { keys } = context;
  const role = await findRole(context.db, session.userId);
  const viewer = { id: session.userId, sessionId: session.id, role };
  context.justSignedIn = viewer;
  const access = await createAccessToken(keys.access, viewer);
  const refreshToken = createRefreshToken(keys.refresh, { sessionId: session.id, generation: session.generation });
  return { viewer, ...access, refreshToken };
}

/** What a session remembers of the request that used it. */
export function placeOf({ userAgent, ip }: Context): Place {
  return { userAgent: userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null, ipPrefix: ipPrefix(ip) };
}

/** Where the viewer is signed in, the newest first. */
export function sessionsOf({ db }: Context, viewer: Viewer): Promise<SeenSession[]> {
  return findOwnSessions(db, viewer, MAX_SESSIONS);
}

/** Ends the viewer's own session. */
export async function signOut(context: Context): Promise<void> {
  const viewer = requireViewer(context);
  await revokeSessionOf(context.db, viewer.id, viewer.sessionId);
}

type Revocation = { sessionId: string | undefined; allOthers: boolean };

/** Ends one session of the viewer or all others; the ids of those that ended. */
export async function revokeSessions(context: Context, { sessionId, allOthers }: Revocation): Promise<string[]> {
  const viewer = await requireLiveSession(context);
  if ((sessionId === undefined) === !allOthers) throw invalid('input', 'Give a session id, or allOthers: true.');
  if (sessionId === undefined) return await revokeOtherSessions(context.db, viewer.id, viewer.sessionId);
  const revokedId = await revokeSessionOf(context.db, viewer.id, sessionId);
  if (revokedId === undefined) throw notFound('The session', 'input.sessionId');
  return [revokedId];
}
