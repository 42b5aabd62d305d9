import type { Db } from '@nexus/kit/database';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { lockUser } from '../profile/handle.store.ts';
import type { UserRow } from '../tables/users.ts';

/** The advisory lock of a person's standing, which is their state and their privacy: shared by all who rely on it. */
export const standingKey = (id: SQLWrapper): SQL => sql`hashtextextended(concat('standing ', ${id}), 0)`;

/**
 * A person whom nobody else changes, and on whose state and privacy nobody else relies, until the transaction ends. It
 * comes before all other locks of its transaction.
 */
export async function holdStill(tx: Db, id: string): Promise<UserRow | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(${standingKey(sql`${id}::uuid`)})`);
  return await lockUser(tx, id);
}
