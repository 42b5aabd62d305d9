import { isInSight, isMeantFor } from '@nexus/contracts/projections/sight';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { people, posts, relEdges } from '../tables.ts';

/** The one rule of who may see a post, for a statement that reads `posts`: nobody a deleted one, authors all of their own. */
export function canView(viewerId: string | undefined): SQL | undefined {
  const isLive = isNull(posts.deletedAt);
  const isForViewer = and(isMeantFor(viewerId, posts, people), isInSight(posts.authorId, viewerId, people));
  return and(isLive, viewerId === undefined ? isForViewer : or(eq(posts.authorId, viewerId), isForViewer));
}

/** Those of the given people whom the viewer follows. */
export function findFollowed(db: Db, viewerId: string, ids: readonly string[]): Promise<{ id: string }[]> {
  return db
    .select({ id: relEdges.targetId })
    .from(relEdges)
    .where(and(eq(relEdges.sourceId, viewerId), inArray(relEdges.targetId, [...ids]), relEdges.isFollowing));
}
