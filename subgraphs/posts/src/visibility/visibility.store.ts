import { visibilityRules } from '@nexus/contracts/projections/visibility';
import { and, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { posts } from '../tables/posts.ts';
import { people } from '../tables/projections.ts';

const rules = visibilityRules(people);

/** Whether the viewer sees a person. */
export const { canViewPerson } = rules;

/**
 * Whether the viewer sees a post, for a statement that reads `posts`: nobody sees a deleted one, and one that was removed
 * only its author and moderators.
 */
export function canViewPost(viewerId: string | undefined): SQL | undefined {
  return and(isNull(posts.deletedAt), isNotRemoved(viewerId), rules.canViewLivePost(posts, viewerId));
}

function isNotRemoved(viewerId: string | undefined): SQL | undefined {
  const isThere = ne(posts.moderation, 'REMOVED');
  return viewerId === undefined ? isThere : or(isThere, eq(posts.authorId, viewerId), rules.isModerator(viewerId));
}

/** Whether the viewer would see a post of `posts`, but for blocks, its author's account and its deletion. */
export function isMeantFor(viewerId: string | undefined): SQL<boolean> {
  const isOwn = viewerId === undefined ? sql`false` : eq(posts.authorId, viewerId);
  return sql<boolean>`(${isOwn} or ${rules.isMeantFor(posts, viewerId)})`;
}
