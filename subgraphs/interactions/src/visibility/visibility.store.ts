import { isInSight, isMeantFor } from '@nexus/contracts/projections/sight';
import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { people, postRefs, relEdges } from '../tables.ts';

/**
 * Who may see a post, and with it what hangs below it: the one rule, as a condition on `post_ref`. A post that is not
 * known here has no row and is seen by nobody.
 */
export function canView(viewerId: string | undefined): SQL | undefined {
  const isLive = eq(postRefs.state, 'LIVE');
  const isForViewer = and(isMeantFor(viewerId, postRefs, people), isInSight(postRefs.authorId, viewerId, people));
  return and(isLive, viewerId === undefined ? isForViewer : or(eq(postRefs.authorId, viewerId), isForViewer));
}

/** Who sees what somebody left on a post that they see: those who see the person, and the person always. */
export function isSeen(personId: SQLWrapper, viewerId: string | undefined): SQL {
  const isVisible = isInSight(personId, viewerId, people);
  return viewerId === undefined ? sql`(${isVisible})` : sql`(${personId} = ${viewerId} or ${isVisible})`;
}

/** Whether a post is for everybody, not only for those who follow its author or are on a list. */
export const isForEverybody = (): SQL<boolean> => sql<boolean>`${isMeantFor(undefined, postRefs, people)}`;

/** Whether the viewer may comment on a post that they see: its author always, others as the author's policy says. */
export function acceptsCommentsOf(viewerId: string | undefined): SQL<boolean> {
  if (viewerId === undefined) return sql<boolean>`false`;
  const { authorId, commentPolicy } = postRefs;
  return sql<boolean>`(
    ${authorId} = ${viewerId}
    or ${commentPolicy} = 'EVERYONE'
    or ${commentPolicy} = 'FOLLOWERS' and ${follows(sql`${viewerId}`, authorId)}
    or ${commentPolicy} = 'FOLLOWING' and ${follows(authorId, sql`${viewerId}`)}
  )`;
}

const follows = (source: SQLWrapper, target: SQLWrapper): SQL => sql`exists (
  select from ${relEdges}
  where ${relEdges.sourceId} = ${source} and ${relEdges.targetId} = ${target} and ${relEdges.isFollowing}
)`;
