import type { Db } from '@nexus/kit/database';
import { and, gt, isNotNull, sql } from 'drizzle-orm';
import { sessions } from '../tables.ts';

/** The sessions that somebody ended within so many seconds; those that merely ran out are not among them. */
export async function findRevokedSessions(db: Db, withinSeconds: number): Promise<string[]> {
  const since = sql`now() - make_interval(secs => ${withinSeconds})`;
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(isNotNull(sessions.revokedAt), gt(sessions.revokedAt, since)));
  return rows.map(({ id }) => id);
}
