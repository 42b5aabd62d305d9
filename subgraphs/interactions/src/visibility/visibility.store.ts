import { type ViewerId, visibilityRules } from '@nexus/contracts/projections/visibility';
import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { moderationRefs, people, postRefs, relEdges } from '../tables/projections.ts';

const rules = visibilityRules(people);

/** Whether the viewer sees a person, and with them what they left on a post that the viewer sees. */
export const { canViewPerson, isModerator } = rules;

/**
 * Whether the viewer sees a post, and with it what hangs below it, as a condition on `post_ref`. A post that is not known
 * here has no row and is seen by nobody, and one that was removed is by its author and moderators.
 */
export function canViewPost(viewerId: ViewerId): SQL | undefined {
  return and(eq(postRefs.state, 'LIVE'), isNotRemoved(viewerId), rules.canViewLivePost(postRefs, viewerId));
}

function isNotRemoved(viewerId: ViewerId): SQL | undefined {
  const isThere = sql`not exists (
    select from ${moderationRefs} where ${moderationRefs.subjectId} = ${postRefs.id} and ${moderationRefs.isRemoved})`;
  return viewerId === undefined ? isThere : or(isThere, eq(postRefs.authorId, viewerId), isModerator(viewerId));
}

/** Whether a post is for everybody, not only for those who follow its author or are on a list. */
export const isForEverybody = (): SQL<boolean> => rules.isMeantFor(postRefs, undefined);

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
