import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { eq, type SQL, sql } from 'drizzle-orm';
import { comments } from '../tables/facts.ts';
import { userRefs } from '../tables/projections.ts';

/** A comment that counts from now on, or no longer. */
export type CommentChange = { id: string; postId: string; listId: string; isCounted: boolean; isPlaceholder: boolean };

/**
 * Whether `c` counts: the account of who said it is in use, if it is no placeholder, and what it replies to counts. Trap:
 * with `exists` Postgres reads all people there are once it expects many comments.
 */
const shouldCount = sql`(
  (c.author_id is null or coalesce((
    select ${userRefs.state} = 'ACTIVE' from ${userRefs} where ${userRefs.id} = c.author_id
  ), false)) and coalesce((select up.is_counted from ${comments} up where up.id = c.parent_id), true)
)`;

type Chunk = { of: SQL; limit: number };

export const commentsBy = (personId: string): SQL => sql`c.author_id = ${personId}`;
export const repliesTo = (commentId: string): SQL => sql`c.parent_id = ${commentId}`;

/**
 * Corrects `is_counted` of some comments; returns those that changed. Who replies to a comment holds it, so a reply is
 * there before its comment changes or sees the change; what somebody holds now is left for the next round.
 */
export async function recountComments(tx: Db, { of, limit }: Chunk): Promise<CommentChange[]> {
  const wrong = await tx.execute<{ id: string }>(sql`
    select c.id from ${comments} c where ${of} and c.is_counted <> ${shouldCount} limit ${limit} for update of c skip locked`);
  const changed = await tx.execute<CommentChange>(sql`
    update ${comments} c set is_counted = not c.is_counted where c.id = any(${uuids(wrong.map(({ id }) => id))})
    returning c.id, c.post_id as "postId", c.list_id as "listId", c.is_counted as "isCounted", c.author_id is null as "isPlaceholder"`);
  return [...changed];
}

/** Whether any of them is still counted wrongly. */
export async function hasMiscounted(tx: Db, of: SQL): Promise<boolean> {
  const [found] = await tx.execute<{ any: boolean }>(sql`
    select exists (select from ${comments} c where ${of} and c.is_counted <> ${shouldCount}) as any`);
  return found?.any === true;
}

/** Holds a comment so that nobody can reply to it meanwhile; false when somebody else holds it. What is gone is held. */
export async function holdThread(tx: Db, commentId: string): Promise<boolean> {
  const held = await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, commentId)).for('update', {
    skipLocked: true,
  });
  if (held.length > 0) return true;
  const found = await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, commentId));
  return found.length === 0;
}

/** Corrects one comment that the caller has locked; returns whether it changed. What it replies to is held. */
export async function recountComment(tx: Db, id: string): Promise<CommentChange | undefined> {
  await tx.execute(sql`
    select from ${comments} up where up.id = (select parent_id from ${comments} where id = ${id}) for key share`);
  const [change] = await recountComments(tx, { of: sql`c.id = ${id}`, limit: 1 });
  return change;
}
