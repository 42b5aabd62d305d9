import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { relationships } from '../graph-tables.ts';
import { users } from '../tables.ts';

/** Whether an account is in use, for a statement that reads `users`. */
export const isInUse: SQL = sql`${users.state} = 'ACTIVE'`;

/**
 * The one rule of who sees a person, for a statement that reads `users`: the account is in use and neither has blocked
 * the other. Everybody sees themselves.
 */
export function canView(viewerId: string | undefined): SQL | undefined {
  if (viewerId === undefined) return isInUse;
  return or(eq(users.id, viewerId), isInSight(viewerId));
}

/** The same without oneself. */
export function isInSight(viewerId: string): SQL | undefined {
  return and(
    isInUse,
    sql`not ${isBlocking(sql`${viewerId}`, users.id)}`,
    sql`not ${isBlocking(users.id, sql`${viewerId}`)}`,
  );
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
