import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { ListMemberTable } from './list-member.ts';
import type { RelEdgeTable } from './rel-edge.ts';
import type { UserRefTable } from './user-ref.ts';

/** What a content subgraph knows of people: enough to decide who sees whom and what. */
export type People = { userRefs: UserRefTable; relEdges: RelEdgeTable; listMembers: ListMemberTable };

/** Who asks, by id or as a column of ids; undefined is nobody in particular, who sees what is for everybody. */
export type ViewerId = string | SQL | undefined;

type Post = { authorId: PgColumn; visibility: PgColumn; listId: PgColumn };

/**
 * Who sees whom and what, as conditions on a content subgraph's own copies of people; decision 0014 says what each of
 * these words means.
 */
export function visibilityRules(people: People) {
  return {
    /** Whether the viewer sees a person: themselves, and whose account is in use when neither has blocked the other. */
    canViewPerson: (personId: SQLWrapper, viewerId: ViewerId): SQL<boolean> => {
      const isOpen = isInUseAndNotBlocked(personId, viewerId, people);
      return viewerId === undefined ? sql`(${isOpen})` : sql`(${personId} = ${viewerId} or ${isOpen})`;
    },

    /** Whether the viewer sees a post that is live: their own, and what is meant for them by people whom they see. */
    canViewLivePost: (post: Post, viewerId: ViewerId): SQL | undefined => {
      const isOpen = and(isMeantFor(viewerId, post, people), isInUseAndNotBlocked(post.authorId, viewerId, people));
      return viewerId === undefined ? isOpen : or(eq(post.authorId, viewerId), isOpen);
    },

    isMeantFor: (post: Post, viewerId: ViewerId): SQL<boolean> => isMeantFor(viewerId, post, people),

    /** Whether the viewer keeps order: they see what was removed where they would see it otherwise. */
    isModerator: (viewerId: string | SQL): SQL<boolean> => sql`exists (
      select from ${people.userRefs} staff where staff.id = ${viewerId} and staff.role <> 'MEMBER'
    )`,
  };
}

/** A person of whom nobody told is not in use. */
function isInUseAndNotBlocked(personId: SQLWrapper, viewerId: ViewerId, people: People): SQL | undefined {
  const { userRefs, relEdges } = people;
  const isInUse = sql`exists (
    select from ${userRefs} where ${userRefs.id} = ${personId} and ${userRefs.state} = 'ACTIVE'
  )`;
  if (viewerId === undefined) return isInUse;
  // Uncorrelated: Postgres reads the blocks of the viewer once for a statement and looks each person up in them.
  return and(isInUse, sql`${personId} not in (${blockedEitherWay(viewerId, relEdges)})`);
}

/** All whom the viewer has blocked or is blocked by, as a subquery of one column. */
export function blockedEitherWay(viewerId: string | SQL, relEdges: RelEdgeTable): SQL {
  return sql`
    select ${relEdges.targetId} from ${relEdges} where ${relEdges.sourceId} = ${viewerId} and ${relEdges.isBlocking}
    union all
    select ${relEdges.sourceId} from ${relEdges} where ${relEdges.targetId} = ${viewerId} and ${relEdges.isBlocking}`;
}

/**
 * Whom a post is for, but for its author: PUBLIC for everybody, or for followers when the account is private;
 * FOLLOWERS for followers; LIST for the people on the list; ONLY_ME for nobody.
 */
function isMeantFor(viewerId: ViewerId, { authorId, visibility, listId }: Post, people: People): SQL<boolean> {
  const { userRefs, relEdges, listMembers } = people;
  const isPublic = sql<boolean>`${visibility} = 'PUBLIC' and not exists (
    select from ${userRefs} where ${userRefs.id} = ${authorId} and ${userRefs.isPrivate}
  )`;
  if (viewerId === undefined) return isPublic;
  return sql<boolean>`(
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
