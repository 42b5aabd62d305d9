import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { isAfter } from '@nexus/kit/keyset';
import { rowsByKey } from '@nexus/kit/rows-by-key';
import { and, asc, eq, sql } from 'drizzle-orm';
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
export const findReactionsToExport = (db: Db, userId: string): FindPage<ReactionRow> =>
  rowsByKey(db, reactions, { of: eq(reactions.userId, userId), key: 'targetId' });

/** What somebody passes on, by post. */
export const findSharesToExport = (db: Db, actorId: string): FindPage<ShareRow> =>
  rowsByKey(db, shares, { of: sql`${shares.actorId} = ${actorId} and ${shares.isShared}`, key: 'postId' });

/** What somebody keeps, by post. */
export const findBookmarksToExport = (db: Db, userId: string): FindPage<BookmarkRow> =>
  rowsByKey(db, bookmarks, { of: eq(bookmarks.userId, userId), key: 'postId' });

/** Which threads somebody muted, by post. */
export const findThreadMutesToExport = (db: Db, userId: string): FindPage<typeof threadMutes.$inferSelect> =>
  rowsByKey(db, threadMutes, { of: eq(threadMutes.userId, userId), key: 'postId' });
