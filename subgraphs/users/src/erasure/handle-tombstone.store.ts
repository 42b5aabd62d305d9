import type { Db } from '@nexus/kit/database';
import { eq } from 'drizzle-orm';
import { handleTombstones } from '../tables/accounts.ts';

/** Whether a deleted person was called by the handle of this hash. */
export async function isBuried(db: Db, handleHash: string): Promise<boolean> {
  const found = await db.select().from(handleTombstones).where(eq(handleTombstones.handleHash, handleHash));
  return found.length > 0;
}

export async function insertTombstone(tx: Db, handleHash: string): Promise<void> {
  await tx.insert(handleTombstones).values({ handleHash }).onConflictDoNothing();
}
