import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { isAfter } from '@nexus/kit/keyset';
import { and, asc, eq, gt } from 'drizzle-orm';
import { type BookmarkRow, bookmarks } from '../tables/bookmarks.ts';
import { type CommentRow, comments, type ReactionRow, reactions, type ShareRow, shares } from '../tables/facts.ts';
import { threadMutes } from '../tables/thread-mutes.ts';

/** What somebody said, the oldest first. */
export function findCommentsToExport(db: Db, authorId: string): FindPage<CommentRow> {
  return ({ after, limit }) =>
    db
      .select()
      .from(comments)
      .where(
        and(
          eq(comments.authorId, authorId),
          isAfter([comments.createdAt, comments.id], after && { at: after.createdAt, id: after.id }),
        ),
      )
      .orderBy(asc(comments.createdAt), asc(comments.id))
      .limit(limit);
}

/** What somebody felt about what, by target. */
export function findReactionsToExport(db: Db, userId: string): FindPage<ReactionRow> {
  return ({ after, limit }) =>
    db
      .select()
      .from(reactions)
      .where(and(eq(reactions.userId, userId), after && gt(reactions.targetId, after.targetId)))
      .orderBy(asc(reactions.targetId))
      .limit(limit);
}

/** What somebody passes on, by post. */
export function findSharesToExport(db: Db, actorId: string): FindPage<ShareRow> {
  return ({ after, limit }) =>
    db
      .select()
      .from(shares)
      .where(and(eq(shares.actorId, actorId), shares.isShared, after && gt(shares.postId, after.postId)))
      .orderBy(asc(shares.postId))
      .limit(limit);
}

/** What somebody keeps, by post. */
export function findBookmarksToExport(db: Db, userId: string): FindPage<BookmarkRow> {
  return ({ after, limit }) =>
    db
      .select()
      .from(bookmarks)
      .where(and(eq(bookmarks.userId, userId), after && gt(bookmarks.postId, after.postId)))
      .orderBy(asc(bookmarks.postId))
      .limit(limit);
}

/** Which threads somebody muted, by post. */
export function findThreadMutesToExport(db: Db, userId: string): FindPage<typeof threadMutes.$inferSelect> {
  return ({ after, limit }) =>
    db
      .select()
      .from(threadMutes)
      .where(and(eq(threadMutes.userId, userId), after && gt(threadMutes.postId, after.postId)))
      .orderBy(asc(threadMutes.postId))
      .limit(limit);
}
