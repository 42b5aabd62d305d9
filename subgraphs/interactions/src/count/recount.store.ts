import type { Db } from '@nexus/kit/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import { comments, type RecountedFacts, recounts, userRefs } from '../tables.ts';

export type Recount = typeof recounts.$inferSelect;

const FACTS_OF_PEOPLE: readonly RecountedFacts[] = ['REACTIONS', 'SHARES', 'COMMENTS'];

/**
 * Whether what somebody leaves now counts: their account is known and in use. Held until the transaction ends, so that a
 * change of the account comes wholly before or after.
 */
export async function holdAccount(tx: Db, personId: string): Promise<boolean> {
  const [person] = await tx
    .select({ state: userRefs.state })
    .from(userRefs)
    .where(eq(userRefs.id, personId))
    .for('share');
  return person?.state === 'ACTIVE';
}

/** Asks that what somebody left be counted, or no longer, as their account now is. */
export async function requestRecountOf(tx: Db, personId: string): Promise<void> {
  await request(
    tx,
    FACTS_OF_PEOPLE.map((facts) => ({ subjectId: personId, facts })),
  );
}

/** Asks the same of the replies to those of the given comments that have any. */
export async function requestRecountBelow(tx: Db, commentIds: readonly string[]): Promise<void> {
  const parents = await tx.execute<{ id: string }>(sql`
    select c.id from ${comments} c where c.id = any(${sql.param([...commentIds])}::uuid[])
      and exists (select from ${comments} r where r.parent_id = c.id)`);
  await request(
    tx,
    [...parents].map(({ id }) => ({ subjectId: id, facts: 'REPLIES' as const })),
  );
}

// An update, not nothing: it waits for whoever works on the row now, and asks again if that ends the work.
async function request(tx: Db, wanted: readonly (typeof recounts.$inferInsert)[]): Promise<void> {
  if (wanted.length === 0) return;
  await tx
    .insert(recounts)
    .values([...wanted])
    .onConflictDoUpdate({ target: [recounts.subjectId, recounts.facts], set: { after: null } });
}

/** Locks the next piece of work that nobody holds. */
export async function lockRecount(tx: Db): Promise<Recount | undefined> {
  const [recount] = await tx
    .select()
    .from(recounts)
    .orderBy(asc(recounts.subjectId), asc(recounts.facts))
    .limit(1)
    .for('update', { skipLocked: true });
  return recount;
}

/** Notes how far the work is. */
export async function continueRecount(tx: Db, recount: Recount, after: string): Promise<void> {
  await tx.update(recounts).set({ after }).where(isThis(recount));
}

export async function endRecount(tx: Db, recount: Recount): Promise<void> {
  await tx.delete(recounts).where(isThis(recount));
}

const isThis = ({ subjectId, facts }: Recount) => and(eq(recounts.subjectId, subjectId), eq(recounts.facts, facts));
