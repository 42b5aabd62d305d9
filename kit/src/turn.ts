import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';

/**
 * Waits until nobody else has the turn of that name, and keeps it until the transaction ends: what one person keeps is
 * counted and added to one after the other, so that limits hold. Names are the database's, so they say what is done.
 */
export async function takeTurn(tx: Db, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
