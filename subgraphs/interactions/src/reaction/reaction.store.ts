import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, inArray, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { counting } from '../count/count.store.ts';
import { comments, type ReactionKind, type ReactionRow, reactions } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { canViewComment, showsWhoSaidIt } from '../visibility/thread.store.ts';
import { canViewPerson, canViewPost } from '../visibility/visibility.store.ts';

/** The reaction is to the post itself, not to one of its comments. */
export const isToPost = eq(reactions.targetId, reactions.postId);

/** Reactions by id that the viewer sees, with who reacted and what to: not those to a deleted comment. */
export function findVisibleReactions(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<ReactionRow[]> {
  return db
    .select(getTableColumns(reactions))
    .from(reactions)
    .innerJoin(postRefs, eq(postRefs.id, reactions.postId))
    .leftJoin(comments, eq(comments.id, reactions.targetId))
    .where(
      and(
        inArray(reactions.id, [...ids]),
        canViewPost(viewerId),
        canViewPerson(reactions.userId, viewerId),
        or(isToPost, and(ne(comments.state, 'DELETED'), canViewComment(comments, viewerId), isTold(viewerId))),
      ),
    );
}

/** Of a comment of which only the place is left nobody is told who reacted, but everybody what they did themselves. */
const isTold = (viewerId: string | undefined): SQL | undefined =>
  viewerId === undefined ? showsWhoSaidIt(viewerId) : or(eq(reactions.userId, viewerId), showsWhoSaidIt(viewerId));

/** One person's reactions to the given posts and comments. */
export function findReactionsOfUser(db: Db, userId: string, targetIds: readonly string[]): Promise<ReactionRow[]> {
  return db
    .select()
    .from(reactions)
    .where(and(eq(reactions.userId, userId), inArray(reactions.targetId, [...targetIds])));
}

export type SetReaction = ReactionRow & { previous: ReactionKind | null };

/** Sets somebody's one reaction to a target and counts it, in one statement; says what it was before (null: there was none). */
export async function upsertReaction(tx: Db, reaction: typeof reactions.$inferInsert): Promise<SetReaction> {
  const set = tx.$with('set').as(
    tx
      .insert(reactions)
      .values(reaction)
      .onConflictDoUpdate({
        target: [reactions.userId, reactions.targetId],
        set: { kind: reaction.kind, isCounted: reaction.isCounted },
      })
      .returning({
        ...getTableColumns(reactions),
        previous: sql<ReactionKind | null>`old.kind`.as('previous'),
        wasCounted: sql<boolean>`old.is_counted`.as('was_counted'),
      }),
  );
  const { targetId, kind, isCounted, previous, wasCounted } = set;
  const isOther = sql`(${previous}, ${wasCounted}) is distinct from (${kind}, ${isCounted})`;
  const [row] = await tx
    .with(set)
    .select({
      ...set._.selectedFields,
      counted: sql`case when ${isOther} and ${isCounted} then ${countingOf({ targetId, kind }, 1)} end`,
      uncounted: sql`case when ${isOther} and ${wasCounted} then ${countingOf({ targetId, kind: previous }, -1)} end`,
    })
    .from(set);
  if (!row) throw new Error('upsert returned no row');
  const { counted: _, uncounted: __, wasCounted: ___, ...stored } = row;
  return stored;
}

/** Deletes somebody's reaction to a target and takes it off the count, in one statement. */
export async function deleteReaction(tx: Db, userId: string, targetId: string): Promise<ReactionRow | undefined> {
  const gone = tx.$with('gone').as(
    tx
      .delete(reactions)
      .where(and(eq(reactions.userId, userId), eq(reactions.targetId, targetId)))
      .returning(),
  );
  const uncounted = sql`case when ${gone.isCounted} then ${countingOf(gone, -1)} end`;
  const [row] = await tx.with(gone).select({ row: gone._.selectedFields, uncounted }).from(gone);
  return row?.row;
}

type Subject = Record<'targetId' | 'kind', SQLWrapper>;

const countingOf = ({ targetId, kind }: Subject, value: 1 | -1): SQL =>
  counting({ subjectId: targetId, name: sql`'reaction:' || ${kind}`, value: sql`${value}` });
