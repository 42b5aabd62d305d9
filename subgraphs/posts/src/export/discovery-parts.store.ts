import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { and, asc, eq, gt } from 'drizzle-orm';
import { dislikedPosts, reducedAuthors } from '../tables/discovery.ts';

/** The posts that somebody is not interested in, by post. */
export function findDislikesToExport(db: Db, userId: string): FindPage<typeof dislikedPosts.$inferSelect> {
  const { postId } = dislikedPosts;
  return ({ after, limit }) =>
    db
      .select()
      .from(dislikedPosts)
      .where(and(eq(dislikedPosts.userId, userId), after && gt(postId, after.postId)))
      .orderBy(asc(postId))
      .limit(limit);
}

/** The people of whom somebody wants fewer posts, by person. */
export function findReductionsToExport(db: Db, userId: string): FindPage<typeof reducedAuthors.$inferSelect> {
  const { authorId } = reducedAuthors;
  return ({ after, limit }) =>
    db
      .select()
      .from(reducedAuthors)
      .where(and(eq(reducedAuthors.userId, userId), after && gt(authorId, after.authorId)))
      .orderBy(asc(authorId))
      .limit(limit);
}
