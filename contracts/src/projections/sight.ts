import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { ListMemberTable } from './list-member.ts';
import type { RelEdgeTable } from './rel-edge.ts';
import type { UserRefTable } from './user-ref.ts';

/** What a content subgraph knows of people: enough to decide who sees whom and what. */
export type People = { userRefs: UserRefTable; relEdges: RelEdgeTable; listMembers: ListMemberTable };

/**
 * Whether the viewer sees a person at all: the account is in use and neither has blocked the other. A person of whom
 * nobody told is not seen.
 */
export function isInSight(personId: SQLWrapper, viewerId: string | undefined, people: People): SQL | undefined {
  const { userRefs } = people;
  const isInUse = sql`exists (
    select from ${userRefs} where ${userRefs.id} = ${personId} and ${userRefs.state} = 'ACTIVE'
  )`;
  return viewerId === undefined ? isInUse : and(isInUse, isNotBlocked(personId, viewerId, people));
}

// Uncorrelated: Postgres reads the blocks of the viewer once for a statement and looks each person up in them.
function isNotBlocked(personId: SQLWrapper, viewerId: string, { relEdges }: People): SQL {
  return sql`${personId} not in (${blockedEitherWay(viewerId, relEdges)})`;
}

/** All whom the viewer has blocked or is blocked by, as a subquery of one column. */
export function blockedEitherWay(viewerId: string, relEdges: RelEdgeTable): SQL {
  return sql`
    select ${relEdges.targetId} from ${relEdges} where ${relEdges.sourceId} = ${viewerId} and ${relEdges.isBlocking}
    union all
    select ${relEdges.sourceId} from ${relEdges} where ${relEdges.targetId} = ${viewerId} and ${relEdges.isBlocking}`;
}

type Post = { authorId: SQLWrapper; visibility: SQLWrapper; listId: SQLWrapper };

/**
 * Whom a live post is for, but for its author: PUBLIC for everybody, or for followers when the account is private;
 * FOLLOWERS for followers; LIST for the people on the list; ONLY_ME for nobody.
 */
export function isMeantFor(viewerId: string | undefined, { authorId, visibility, listId }: Post, people: People): SQL {
  const { userRefs, relEdges, listMembers } = people;
  const isPublic = sql`${visibility} = 'PUBLIC' and not exists (
    select from ${userRefs} where ${userRefs.id} = ${authorId} and ${userRefs.isPrivate}
  )`;
  if (viewerId === undefined) return isPublic;
  return sql`(
    ${isPublic}
    or ${visibility} in ('PUBLIC', 'FOLLOWERS') and exists (
      select from ${relEdges}
      where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} = ${authorId} and ${relEdges.isFollowing}
    )
    or ${visibility} = 'LIST' and exists (
      select from ${listMembers}
      where ${listMembers.listId} = ${listId} and ${listMembers.userId} = ${viewerId} and ${listMembers.isMember}
    )
  )`;
}
