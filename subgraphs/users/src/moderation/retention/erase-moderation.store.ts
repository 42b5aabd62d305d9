import { ERASE_CHUNK } from '@nexus/contracts/projections/erasure/erase-people';
import type { Db } from '@nexus/kit/database';
import { eq, sql } from 'drizzle-orm';
import { type CaseState, cases, reports } from '../../tables/moderation.ts';
import { clearCases, clearNotices, takeCasesAbout } from './clear-cases.store.ts';

/** Takes a person out of some of the reports they made; how many there were. */
export async function forgetReporter(tx: Db, userId: string): Promise<number> {
  const some = tx
    .select({ id: reports.id })
    .from(reports)
    .where(eq(reports.reporterId, userId))
    .limit(ERASE_CHUNK)
    .for('update', { skipLocked: true });
  const forgotten = await tx
    .update(reports)
    .set({ reporterId: null, comment: null })
    .where(sql`${reports.id} = any(array(${some}))`)
    .returning({ id: reports.id });
  return forgotten.length;
}

/** Takes every text from some of the cases about a person; how many there were. */
export async function clearCasesAbout(tx: Db, userId: string): Promise<number> {
  const ids = await takeCasesAbout(tx, userId);
  await clearCases(tx, ids);
  await clearNotices(tx, ids);
  return ids.length;
}

/** Gives back the cases that a person was at: nobody is at them now. */
export async function giveBackCases(tx: Db, userId: string): Promise<void> {
  const state = sql<CaseState>`case when ${cases.state} = 'ASSIGNED' then 'OPEN' else ${cases.state} end`;
  await tx.update(cases).set({ state, assigneeId: null }).where(eq(cases.assigneeId, userId));
}
