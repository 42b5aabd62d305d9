import { requireViewer } from '@nexus/contracts/agreement';
import { decodeId, tryDecodeId } from '@nexus/contracts/ids';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import type { Context } from '../context.ts';
import type { SessionRow } from '../tables.ts';
import { type AccessToken, createAccessToken } from './access-token.ts';
import { ipPrefix } from './network.ts';
import { createRefreshToken } from './refresh-token.ts';
import {
  findLiveSessions,
  insertSession,
  type Place,
  revokeOldestSessions,
  revokeOtherSessions,
  revokeSessionOf,
} from './session.store.ts';

/** As many as anybody looks through; when one more begins, the oldest ends. */
const MAX_SESSIONS = 100;
const MAX_USER_AGENT_LENGTH = 300;

/** What a sign-in or a refresh gives. */
export type SignedIn = AccessToken & { viewer: Viewer; refreshToken: string };
/** A session as its owner sees it. */
export type SeenSession = SessionRow & { isCurrent: boolean };

/** Begins a session of a person where the request comes from. */
export async function openSession(db: Db, context: Context, userId: string): Promise<SessionRow> {
  const session = await insertSession(db, { id: newId(), userId, ...placeOf(context) });
  await revokeOldestSessions(db, userId, MAX_SESSIONS);
  return session;
}

/** The tokens of a session's present generation. */
export async function signedIn({ secret }: Context, session: SessionRow): Promise<SignedIn> {
  const viewer = { id: session.userId, sessionId: session.id };
  const access = await createAccessToken(secret, viewer);
  const refreshToken = createRefreshToken(secret, { sessionId: session.id, generation: session.generation });
  return { viewer, ...access, refreshToken };
}

/** What a session remembers of the request that used it. */
export function placeOf({ userAgent, ip }: Context): Place {
  return { userAgent: userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null, ipPrefix: ipPrefix(ip) };
}

/** Where an account is signed in, the newest first. */
export async function sessionsOf({ db }: Context, viewer: Viewer): Promise<SeenSession[]> {
  const sessions = await findLiveSessions(db, viewer.id, MAX_SESSIONS);
  return sessions.map((session) => seenBy(viewer, session));
}

/** The viewer's session with this id; null for everybody else's and for what has ended. */
export async function findOwnSession({ viewer, loaders }: Context, id: string): Promise<SeenSession | null> {
  const asked = tryDecodeId(id);
  if (!viewer || asked?.kind !== 'session') return null;
  const session = await loaders.session.load(asked.uuid);
  return session?.userId === viewer.id ? seenBy(viewer, session) : null;
}

const seenBy = (viewer: Viewer, session: SessionRow): SeenSession => ({
  ...session,
  isCurrent: session.id === viewer.sessionId,
});

/** Ends the viewer's own session. */
export async function signOut(context: Context): Promise<void> {
  const viewer = requireViewer(context);
  await revokeSessionOf(context.db, viewer.id, viewer.sessionId);
}

type Revocation = { sessionId?: string | null; allOthers?: boolean | null };

/** Ends one session of the viewer or all others; the ids of those that ended. */
export async function revokeSessions(context: Context, { sessionId, allOthers }: Revocation): Promise<string[]> {
  const viewer = requireViewer(context);
  if ((sessionId == null) === !allOthers) throw invalid('input', 'Give a session id, or allOthers: true.');
  if (sessionId == null) return await revokeOtherSessions(context.db, viewer.id, viewer.sessionId);
  const revokedId = await revokeSessionOf(context.db, viewer.id, decodeId('session', sessionId, 'input.sessionId'));
  if (revokedId === undefined) throw notFound('The session', 'input.sessionId');
  return [revokedId];
}
