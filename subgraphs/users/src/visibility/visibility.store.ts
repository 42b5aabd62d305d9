import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { relationships } from '../tables/graph.ts';
import { users } from '../tables/users.ts';

/** Whether an account is in use, for a statement that reads `users`. */
export const isInUse: SQL = sql`${users.state} = 'ACTIVE'`;

/**
 * Whether the viewer sees a person, for a statement that reads `users`: themselves, and whose account is in use when
 * neither has blocked the other.
 */
export function canViewPerson(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return isInUse;
  const viewer = sql`${viewerId}`;
  const isBlocked = or(isBlocking(viewer, users.id), isBlocking(users.id, viewer));
  return or(eq(users.id, viewerId), and(isInUse, sql`not ${isBlocked}`));
}

/** Whether one person has blocked the other. */
export function isBlocking(sourceId: SQLWrapper, targetId: SQLWrapper): SQL<boolean> {
  return sql`exists (
    select from ${relationships} block
    where block.source_id = ${sourceId} and block.target_id = ${targetId} and block.is_blocking
  )`;
}

/** All whom the viewer has blocked or is blocked by, as a subquery of one column. */
export function blockedEitherWay(viewerId: string): SQL {
  return sql`
    select block.target_id as id from ${relationships} block where block.source_id = ${viewerId} and block.is_blocking
    union all
    select block.source_id from ${relationships} block where block.target_id = ${viewerId} and block.is_blocking`;
}
