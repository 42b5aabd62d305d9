import type { Db } from '@nexus/kit/database';
import { requestRecounts } from '@nexus/kit/recount';
import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { recounts } from '../tables/counts.ts';
import { type PostRow, posts } from '../tables/posts.ts';
import { userRefs } from '../tables/projections.ts';

const openness = { id: userRefs.id, isOpen: sql<boolean>`${userRefs.state} = 'ACTIVE' and not ${userRefs.isPrivate}` };

/**
 * Of each of the given people who are known, whether their account is in use and not private. Held until the transaction
 * ends, so that a change of the account comes wholly before or after.
 */
export async function holdAuthors(tx: Db, ids: readonly string[]): Promise<Map<string, boolean>> {
  const known = await tx
    .select(openness)
    .from(userRefs)
    .where(inArray(userRefs.id, [...ids]))
    .for('share');
  return new Map(known.map(({ id, isOpen }) => [id, isOpen]));
}

/** Asks that the posts of authors be counted, or no longer, as their accounts now are. */
export async function requestRecountOf(tx: Db, authorIds: readonly string[]): Promise<void> {
  await requestRecounts(
    tx,
    recounts,
    authorIds.map((subjectId) => ({ subjectId, facts: 'POSTS' })),
  );
}

/** Whether a person's account is in use and not private. */
export async function isOpen(tx: Db, id: string): Promise<boolean> {
  const [known] = await tx.select(openness).from(userRefs).where(eq(userRefs.id, id));
  return known?.isOpen === true;
}

type Wanted = { authorId: string; isCounted: boolean };

// The columns of the index `post_author` in its order.
const isMiscounted = ({ authorId, isCounted }: Wanted) =>
  and(
    eq(posts.authorId, authorId),
    eq(posts.visibility, 'PUBLIC'),
    eq(posts.isCounted, !isCounted),
    isNull(posts.deletedAt),
    // What was removed is never counted.
    ne(posts.moderation, 'REMOVED'),
  );

/** Counts an author's next public posts, or counts them no longer; returns them. Passes over those that somebody holds. */
export function takeMiscounted(tx: Db, { limit, ...wanted }: Wanted & { limit: number }): Promise<PostRow[]> {
  const some = tx
    .select({ id: posts.id })
    .from(posts)
    .where(isMiscounted(wanted))
    .limit(limit)
    .for('no key update', { skipLocked: true });
  return tx
    .update(posts)
    .set({ isCounted: wanted.isCounted })
    .where(sql`${posts.id} = any(array(${some}))`)
    .returning();
}

/** Whether any of them is left. */
export async function hasMiscounted(tx: Db, wanted: Wanted): Promise<boolean> {
  const found = await tx.select({ id: posts.id }).from(posts).where(isMiscounted(wanted)).limit(1);
  return found.length > 0;
}
