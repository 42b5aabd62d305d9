import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';

/** Has whatever one person keeps counted and added one after the other, until the transaction ends. */
export async function lockOwner(tx: Db, userId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`kept by ${userId}`}, 0))`);
}
