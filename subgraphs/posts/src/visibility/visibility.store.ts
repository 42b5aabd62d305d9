import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { posts, relEdges } from '../tables.ts';

/**
 * The one rule of who may see a post, for a statement that reads `posts`: nobody a deleted one, anybody a public one,
 * followers one for followers, and authors all of their own.
 */
export function canView(viewerId: string | undefined): SQL | undefined {
  const isPublic = eq(posts.visibility, 'PUBLIC');
  if (viewerId === undefined) return and(isNull(posts.deletedAt), isPublic);
  const isForFollower = and(eq(posts.visibility, 'FOLLOWERS'), isFollowedBy(viewerId));
  return and(isNull(posts.deletedAt), or(isPublic, eq(posts.authorId, viewerId), isForFollower));
}

const isFollowedBy = (viewerId: string) => sql`exists (
  select from ${relEdges}
  where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} = ${posts.authorId} and ${relEdges.isFollowing})`;

/** Those of the given people whom the viewer follows. */
export function findFollowed(db: Db, viewerId: string, ids: readonly string[]): Promise<{ id: string }[]> {
  return db
    .select({ id: relEdges.targetId })
    .from(relEdges)
    .where(and(eq(relEdges.sourceId, viewerId), inArray(relEdges.targetId, [...ids]), relEdges.isFollowing));
}
