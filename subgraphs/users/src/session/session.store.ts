import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { and, desc, eq, getTableColumns, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { type SessionRow, sessions } from '../tables/accounts.ts';
import type { Generation } from './refresh-token.ts';

/** What is kept of where a session is used from. */
export type Place = { userAgent: string | null; ipPrefix: string | null };
/** A session as its owner sees it. */
export type SeenSession = SessionRow & { isCurrent: boolean };

const isLive = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`));
const newestFirst = [desc(sessions.createdAt), desc(sessions.id)];
const revoked = { revokedAt: sql`now()` };

const seenBy = ({ sessionId }: Viewer) => ({
  ...getTableColumns(sessions),
  isCurrent: sql<boolean>`${sessions.id} = ${sessionId}`,
});

/** Those of the sessions that are the viewer's own and live. */
export function findOwnSessionsByIds(db: Db, viewer: Viewer, ids: readonly string[]): Promise<SeenSession[]> {
  return db
    .select(seenBy(viewer))
    .from(sessions)
    .where(and(inArray(sessions.id, [...ids]), eq(sessions.userId, viewer.id), isLive));
}

/** The viewer's live sessions, the newest first. */
export async function findOwnSessions(db: Db, viewer: Viewer, limit: number): Promise<SeenSession[]> {
  return await db
    .select(seenBy(viewer))
    .from(sessions)
    .where(and(eq(sessions.userId, viewer.id), isLive))
    .orderBy(...newestFirst)
    .limit(limit);
}

/** Begins a session that ends after 30 days without a refresh. */
export async function insertSession(db: Db, session: { id: string; userId: string } & Place): Promise<SessionRow> {
  const expiresAt = sql`now() + interval '30 days'`;
  const [row] = await db
    .insert(sessions)
    .values({ ...session, expiresAt })
    .returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** A live session that was never refreshed. */
export async function findNewSession(db: Db, id: string): Promise<SessionRow | undefined> {
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.generation, 1), isLive));
  return row;
}

/** Ends all sessions of a person but the newest `kept`. */
export async function revokeOldestSessions(db: Db, userId: string, kept: number): Promise<void> {
  const oldest = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
    .orderBy(...newestFirst)
    .offset(kept);
  await db.update(sessions).set(revoked).where(inArray(sessions.id, oldest));
}

/** Ends one live session of a person; its id, or undefined when they have none such. */
export async function revokeSessionOf(db: Db, userId: string, sessionId: string): Promise<string | undefined> {
  const [row] = await db
    .update(sessions)
    .set(revoked)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isLive))
    .returning({ id: sessions.id });
  return row?.id;
}

/** Ends all live sessions of a person but one; their ids. */
export async function revokeOtherSessions(db: Db, userId: string, keptId: string): Promise<string[]> {
  const rows = await db
    .update(sessions)
    .set(revoked)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keptId), isLive))
    .returning({ id: sessions.id });
  return rows.map(({ id }) => id);
}

/** Ends all sessions of a person. */
export async function revokeAllSessions(db: Db, userId: string): Promise<void> {
  await db
    .update(sessions)
    .set(revoked)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
}

/** Moves a session on to its next generation if the given one is its present one; of many at once, one succeeds. */
export async function consumeGeneration(db: Db, given: Generation, place: Place): Promise<SessionRow | undefined> {
  const [row] = await db
    .update(sessions)
    .set({
      ...place,
      generation: sql`${sessions.generation} + 1`,
      rotatedAt: sql`now()`,
      expiresAt: sql`least(now() + interval '30 days', ${sessions.createdAt} + interval '1 year')`,
    })
    .where(and(eq(sessions.id, given.sessionId), eq(sessions.generation, given.generation), isLive))
    .returning();
  return row;
}

/** The session whose present generation came out of the given one within the last ten seconds. */
export async function findFreshSuccessor(db: Db, given: Generation): Promise<SessionRow | undefined> {
  const isChild = eq(sessions.generation, given.generation + 1);
  const isFresh = gt(sessions.rotatedAt, sql`now() - interval '10 seconds'`);
  const [row] = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, given.sessionId), isChild, isFresh, isLive));
  return row;
}

/** Ends the session that has moved on from the given generation; whether there was one. */
export async function revokeReused(db: Db, given: Generation): Promise<boolean> {
  const rows = await db
    .update(sessions)
    .set(revoked)
    .where(and(eq(sessions.id, given.sessionId), gt(sessions.generation, given.generation), isLive))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

const DELETE_BATCH = 1_000;

/** Removes sessions that ended more than 30 days ago; until then their tokens are known as reused. */
export async function deleteEndedSessions(db: Db): Promise<{ hasMore: boolean }> {
  // As the index session_end has it.
  const end = sql`least(${sessions.expiresAt}, ${sessions.revokedAt})`;
  const longEnded = db
    .select({ id: sessions.id })
    .from(sessions)
    .where(lt(end, sql`now() - interval '30 days'`))
    .orderBy(end)
    .limit(DELETE_BATCH);
  const deleted = await db.delete(sessions).where(inArray(sessions.id, longEnded)).returning({ id: sessions.id });
  return { hasMore: deleted.length === DELETE_BATCH };
}
