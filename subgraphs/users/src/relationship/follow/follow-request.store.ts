import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import { newId } from '@nexus/kit/new-id';
import type { Page } from '@nexus/kit/pagination';
import { and, count, desc, eq, getTableColumns, inArray, or } from 'drizzle-orm';
import { type FollowRequestRow, followRequests } from '../../tables/graph.ts';
import { type UserRow, users } from '../../tables/users.ts';
import { canViewPerson } from '../../visibility/visibility.store.ts';
import type { Ends } from '../edge.store.ts';
import type { FollowWishes } from './follow.store.ts';

/** A request that the viewer has made or got, with the other person of it. */
export type SeenRequest = FollowRequestRow & { other: UserRow };
/** The requests that somebody got, or those they sent. */
export type RequestList = 'waiting' | 'sent';

const isBetween = ({ sourceId, targetId }: Ends) =>
  and(eq(followRequests.requesterId, sourceId), eq(followRequests.targetId, targetId));

/** Asks to follow; who has asked already waits since then, and wishes anew. */
export async function upsertRequest(tx: Db, { sourceId, targetId, ...wishes }: Ends & FollowWishes): Promise<void> {
  await tx
    .insert(followRequests)
    .values({ id: newId(), requesterId: sourceId, targetId, ...wishes })
    .onConflictDoUpdate({ target: [followRequests.requesterId, followRequests.targetId], set: wishes });
}

/** Takes a request away; undefined when there is none. */
export async function deleteRequest(tx: Db, ends: Ends): Promise<FollowRequestRow | undefined> {
  const [request] = await tx.delete(followRequests).where(isBetween(ends)).returning();
  return request;
}

const SIDES = {
  waiting: { own: followRequests.targetId, other: followRequests.requesterId },
  sent: { own: followRequests.requesterId, other: followRequests.targetId },
};
const seen = { ...getTableColumns(followRequests), other: getTableColumns(users) };

/** One page of the viewer's requests to or from people they see, the newest first. */
export function findRequests(
  db: Db,
  viewerId: string,
  { list, page }: { list: RequestList; page: Page },
): Promise<SeenRequest[]> {
  return db
    .select(seen)
    .from(followRequests)
    .innerJoin(users, eq(users.id, SIDES[list].other))
    .where(and(isOpen(viewerId, list), isBefore([followRequests.createdAt, followRequests.id], page.after)))
    .orderBy(desc(followRequests.createdAt), desc(followRequests.id))
    .limit(page.first + 1);
}

/** How many there are, counted up to `most` and one more. */
export async function countRequests(
  db: Db,
  viewerId: string,
  { list, most }: { list: RequestList; most: number },
): Promise<number> {
  const open = db
    .select({ id: followRequests.id })
    .from(followRequests)
    .innerJoin(users, eq(users.id, SIDES[list].other))
    .where(isOpen(viewerId, list))
    .limit(most + 1)
    .as('open');
  const [row] = await db.select({ value: count() }).from(open);
  return row?.value ?? 0;
}

/** Those of the requests that the viewer has made or got, to or from people they see. */
export function findRequestsByIds(db: Db, viewerId: string, ids: readonly string[]): Promise<SeenRequest[]> {
  const isOther = or(
    and(eq(followRequests.targetId, viewerId), eq(users.id, followRequests.requesterId)),
    and(eq(followRequests.requesterId, viewerId), eq(users.id, followRequests.targetId)),
  );
  return db
    .select(seen)
    .from(followRequests)
    .innerJoin(users, isOther)
    .where(and(inArray(followRequests.id, [...ids]), canViewPerson(viewerId)));
}

const isOpen = (viewerId: string, list: RequestList) => and(eq(SIDES[list].own, viewerId), canViewPerson(viewerId));
