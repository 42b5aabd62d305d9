import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';

/**
 * Does a round of periodic work in one transaction, unless another process is doing a round of that name just now.
 * The lock ends with its holder, also with one that is killed; a round that died is done again by the next in line.
 */
export async function alone(
  db: Db,
  name: string,
  round: (tx: Db) => Promise<{ hasMore: boolean }>,
): Promise<{ hasMore: boolean }> {
  return await db.transaction(async (tx) => {
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as is_ours`);
    return lock?.is_ours === true ? await round(tx) : { hasMore: false };
  });
}
