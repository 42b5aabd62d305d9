import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';

/** Waits until nobody else has the turn of that name, and keeps it until the transaction ends. */
export async function takeTurn(tx: Db, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
