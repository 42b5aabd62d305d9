import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { requestRecounts } from '@nexus/kit/recount';
import { eq, sql } from 'drizzle-orm';
import { recounts } from '../tables/counts.ts';
import { comments } from '../tables/facts.ts';
import { userRefs } from '../tables/projections.ts';

/** What people leave on posts; the triggers of `user_ref` name the same. */
const FACTS_OF_PEOPLE = ['REACTIONS', 'SHARES', 'BOOKMARKS', 'COMMENTS'];

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
  await requestRecounts(
    tx,
    recounts,
    FACTS_OF_PEOPLE.map((facts) => ({ subjectId: personId, facts })),
  );
}

/** Asks the same of the replies to those of the given comments that have any. */
export async function requestRecountBelow(tx: Db, commentIds: readonly string[]): Promise<void> {
  const parents = await tx.execute<{ id: string }>(sql`
    select c.id from ${comments} c where c.id = any(${uuids(commentIds)})
      and exists (select from ${comments} r where r.parent_id = c.id)`);
  await requestRecounts(
    tx,
    recounts,
    [...parents].map(({ id }) => ({ subjectId: id, facts: 'REPLIES' })),
  );
}
