import type { Database } from '@nexus/kit/database';

/**
 * The sessions that somebody ended within so many seconds; those that merely ran out are not among them. Past what
 * counts the statements of requests: it is asked all the time, for no request.
 */
export async function findRevokedSessions({ sql }: Database, withinSeconds: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from users.session
    where revoked_at is not null and revoked_at > now() - make_interval(secs => ${withinSeconds})`;
  return rows.map(({ id }) => id);
}
