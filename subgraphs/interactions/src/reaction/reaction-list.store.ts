import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { type ReactionKind, type ReactionRow, reactions } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { canViewPerson, canViewPost } from '../visibility/visibility.store.ts';
import { isToPost } from './reaction.store.ts';

export type ReactionPage = Page & { kind: ReactionKind | undefined };

/** One page of reactions to each target by people the viewer sees, newest first, in one statement; of one kind, or of all. */
export function findReactionsByTargets(
  db: Db,
  targetIds: readonly string[],
  { page, viewerId }: { page: ReactionPage; viewerId: string | undefined },
): Promise<ReactionRow[]> {
  const { kind, first, after } = page;
  const onePage = db
    .select()
    .from(reactions)
    .where(
      and(
        eq(reactions.targetId, sql`target.id`),
        kind && eq(reactions.kind, kind),
        canViewPerson(reactions.userId, viewerId),
        isBefore([reactions.createdAt, reactions.id], after),
      ),
    )
    .orderBy(desc(reactions.createdAt), desc(reactions.id))
    .limit(first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(targetIds)}) as target(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.createdAt), desc(onePage.id));
}

/** A page of somebody's reactions to posts, newest first, without posts they may no longer see. */
export function findReactionsToVisiblePosts(db: Db, userId: string, { first, after }: Page): Promise<ReactionRow[]> {
  return db
    .select(getTableColumns(reactions))
    .from(reactions)
    .innerJoin(postRefs, eq(postRefs.id, reactions.postId))
    .where(
      and(
        eq(reactions.userId, userId),
        isToPost,
        canViewPost(userId),
        isBefore([reactions.createdAt, reactions.id], after),
      ),
    )
    .orderBy(desc(reactions.createdAt), desc(reactions.id))
    .limit(first + 1);
}
