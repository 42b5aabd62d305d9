import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { postRefs, relEdges } from '../tables.ts';

/**
 * Who may see a post, and with it every comment, reaction and share below it: the one rule, as a condition on
 * `post_ref`. A post that is not known here has no row and is seen by nobody.
 */
export function canView(viewerId: string | undefined): SQL | undefined {
  const isPublic = eq(postRefs.visibility, 'PUBLIC');
  return and(eq(postRefs.state, 'LIVE'), viewerId === undefined ? isPublic : or(isPublic, isFor(viewerId)));
}

function isFor(viewerId: string): SQL | undefined {
  const follows = sql`exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} = ${postRefs.authorId} and ${relEdges.isFollowing}
  )`;
  return or(eq(postRefs.authorId, viewerId), and(eq(postRefs.visibility, 'FOLLOWERS'), follows));
}
