import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, not, or, type SQL } from 'drizzle-orm';
import { listRefs } from '../tables/projections.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** Whether the viewer sees a list of `list_ref`: owners see all of theirs, others the public ones of people they see. */
export function canViewList(viewerId: string | undefined): SQL | undefined {
  const isPublic = and(not(listRefs.isPrivate), canViewPerson(listRefs.ownerId, viewerId));
  return and(not(listRefs.isDeleted), viewerId === undefined ? isPublic : or(eq(listRefs.ownerId, viewerId), isPublic));
}

/** Those of the given lists that the viewer sees. */
export function findVisibleLists(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<{ id: string }[]> {
  return db
    .select({ id: listRefs.id })
    .from(listRefs)
    .where(and(inArray(listRefs.id, [...ids]), canViewList(viewerId)));
}

/** Whether somebody has this list; it is held so until the transaction ends. */
export async function hasList(tx: Db, ownerId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: listRefs.id })
    .from(listRefs)
    .where(and(eq(listRefs.id, id), eq(listRefs.ownerId, ownerId), not(listRefs.isDeleted)))
    .for('share');
  return found.length > 0;
}
