import { visibilityRules } from '@nexus/contracts/projections/visibility';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { people, posts } from '../tables.ts';

const rules = visibilityRules(people);

/** Whether the viewer sees a person. */
export const { canViewPerson } = rules;

/** Whether the viewer sees a post, for a statement that reads `posts`: nobody sees a deleted one. */
export function canViewPost(viewerId: string | undefined): SQL | undefined {
  return and(isNull(posts.deletedAt), rules.canViewLivePost(posts, viewerId));
}

/** Whether the viewer would see a post of `posts`, but for blocks, its author's account and its deletion. */
export function isMeantFor(viewerId: string | undefined): SQL<boolean> {
  const isOwn = viewerId === undefined ? sql`false` : eq(posts.authorId, viewerId);
  return sql<boolean>`(${isOwn} or ${rules.isMeantFor(posts, viewerId)})`;
}
