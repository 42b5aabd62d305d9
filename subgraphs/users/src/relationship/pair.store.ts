import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { standingKey } from '../state/standing.store.ts';
import { type UserRow, users } from '../tables/users.ts';
import { isBlocking, isInUse } from '../visibility/visibility.store.ts';

/** Whom somebody wants to do something to; `isBlocked` when it is they who blocked them. */
export type Target = UserRow & { isBlocked: boolean };

const pairKey = (one: SQLWrapper, other: SQLWrapper): SQL =>
  sql`hashtextextended(concat('pair ', least(${one}, ${other}), '/', greatest(${one}, ${other})), 0)`;

/**
 * Lets nobody else change how two people stand to each other, nor the privacy and state of either, until the transaction
 * ends. It comes before all row locks and always in one order, so that nobody waits in a circle.
 */
export async function lockPair(tx: Db, one: string, other: string): Promise<void> {
  const [first, second] = [one, other].toSorted().map((id) => sql`${id}::uuid`) as [SQL, SQL];
  await tx.execute(sql`
    select pg_advisory_xact_lock(${pairKey(first, second)}),
      pg_advisory_xact_lock_shared(${standingKey(first)}),
      pg_advisory_xact_lock_shared(${standingKey(second)})`);
}

/** The same for one person and many others, without waiting: those of them who are locked now. */
export async function tryLockPairs(tx: Db, id: string, otherIds: readonly string[]): Promise<string[]> {
  const [own, other] = [sql`${id}::uuid`, sql`other.id`];
  const rows = await tx.execute<{ id: string }>(sql`
    select other.id from unnest(${uuids(otherIds)}) as other(id)
    where pg_try_advisory_xact_lock_shared(${standingKey(own)})
      and pg_try_advisory_xact_lock_shared(${standingKey(other)})
      and pg_try_advisory_xact_lock(${pairKey(own, other)})`);
  return rows.map((row) => row.id);
}

/** A person in use who has not blocked the viewer; who has blocked them is not told whom they know. */
export async function findTarget(tx: Db, viewerId: string, id: string): Promise<Target | undefined> {
  const viewer = sql`${viewerId}`;
  const isBlocked = isBlocking(viewer, users.id);
  const hidesFollowGraph = sql<boolean>`(${users.hidesFollowGraph} or ${isBlocked})`;
  const [target] = await tx
    .select({ ...getTableColumns(users), isBlocked, hidesFollowGraph })
    .from(users)
    .where(and(eq(users.id, id), isInUse, sql`not ${isBlocking(users.id, viewer)}`));
  return target;
}
