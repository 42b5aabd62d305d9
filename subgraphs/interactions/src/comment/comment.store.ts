import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type CommentRow, comments } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { canViewComment, canViewInPlace } from '../visibility/thread.store.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

/** Those of the given comments that the viewer sees. */
export function findVisibleComments(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<CommentRow[]> {
  return db
    .select(getTableColumns(comments))
    .from(comments)
    .innerJoin(postRefs, eq(postRefs.id, comments.postId))
    .where(and(inArray(comments.id, [...ids]), canViewPost(viewerId), canViewComment(comments, viewerId)));
}

/**
 * How a comment is held until the end of a transaction. With 'key share' it cannot be deleted; many may hold that at
 * once, and beside them one 'no key update', for who changes it. With 'update' nobody else holds anything, so what hangs
 * on the comment is all there is.
 */
type Strength = 'key share' | 'no key update' | 'update';

/** Locks a comment that the viewer sees. */
export async function lockVisibleComment(
  tx: Db,
  id: string,
  { viewerId, strength }: { viewerId: string; strength: Strength },
): Promise<CommentRow | undefined> {
  const [comment] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), isVisible(viewerId)))
    .for(strength);
  return comment;
}

/** Whether the viewer sees a comment of `comments`, for a statement that locks it and nothing else. */
const isVisible = (viewerId: string): SQL => sql`(
  exists (select from ${postRefs} where ${postRefs.id} = ${comments.postId} and ${canViewPost(viewerId)})
  and ${canViewComment(comments, viewerId)})`;

/** Locks a comment that somebody may want to delete, theirs or one they see, so that nobody else holds anything of it. */
export async function lockDeletableComment(tx: Db, id: string, viewerId: string): Promise<CommentRow | undefined> {
  const [comment] = await tx
    .select()
    .from(comments)
    .where(and(eq(comments.id, id), or(eq(comments.authorId, viewerId), isVisible(viewerId))))
    .for('update');
  return comment;
}

/** Locks a comment, whoever may see it, in the same way. */
export async function lockComment(tx: Db, id: string): Promise<CommentRow | undefined> {
  const [comment] = await tx.select().from(comments).where(eq(comments.id, id)).for('update');
  return comment;
}

export async function insertComment(tx: Db, comment: typeof comments.$inferInsert): Promise<CommentRow> {
  const [row] = await tx.insert(comments).values(comment).returning();
  if (!row) throw new Error('insert returned no row');
  return row;
}

/** Gives a comment that its caller has locked another text. */
export async function updateCommentText(
  tx: Db,
  id: string,
  { text, hashtags }: { text: string; hashtags: string[] },
): Promise<CommentRow> {
  const [row] = await tx
    .update(comments)
    .set({ text, hashtags, state: 'EDITED', editedAt: sql`now()` })
    .where(eq(comments.id, id))
    .returning();
  if (!row) throw new Error('a locked comment is gone');
  return row;
}

/** Leaves of a comment that its caller has locked only its place: nothing it said, and not who said it. */
export async function emptyComment(tx: Db, id: string): Promise<CommentRow> {
  const [row] = await tx
    .update(comments)
    .set({
      state: 'DELETED',
      authorId: null,
      text: null,
      hashtags: [],
      editedAt: null,
      isHidden: false,
      isPinned: false,
    })
    .where(eq(comments.id, id))
    .returning();
  if (!row) throw new Error('a locked comment is gone');
  return row;
}

export async function removeComment(tx: Db, id: string): Promise<void> {
  await tx.delete(comments).where(eq(comments.id, id));
}

/** A comment and those above it, from below, as far as they are placeholders that keep nothing together for the viewer. */
export async function findHiddenPlaceholders(tx: Db, id: string, viewerId: string): Promise<string[]> {
  const place = { id: sql`up.id`, authorId: sql`up.author_id` };
  const isHidden = sql`up.author_id is null and not ${canViewInPlace(place, viewerId)}`;
  const found = await tx.execute<{ id: string }>(sql`
    with recursive hidden as (
      select up.id, up.parent_id, up.depth from ${comments} up where up.id = ${id} and ${isHidden}
      union all
      select up.id, up.parent_id, up.depth from ${comments} up join hidden on up.id = hidden.parent_id where ${isHidden}
    )
    select id from hidden order by depth desc`);
  return found.map((placeholder) => placeholder.id);
}

/** Whether anything replies to a comment; certain only for whoever has locked it with 'update'. */
export async function hasReplies(tx: Db, id: string): Promise<boolean> {
  const found = await tx.select({ id: comments.id }).from(comments).where(eq(comments.parentId, id)).limit(1);
  return found.length > 0;
}
