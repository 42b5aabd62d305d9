import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, not, or } from 'drizzle-orm';
import { listRefs } from '../tables.ts';
import { canSee } from '../visibility/visibility.store.ts';

/** Those of the given lists that the viewer may see: their own, and public ones of people they see. */
export function findVisibleLists(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<{ id: string }[]> {
  const isPublic = and(not(listRefs.isPrivate), canSee(listRefs.ownerId, viewerId));
  return db
    .select({ id: listRefs.id })
    .from(listRefs)
    .where(
      and(
        inArray(listRefs.id, [...ids]),
        not(listRefs.isDeleted),
        viewerId === undefined ? isPublic : or(eq(listRefs.ownerId, viewerId), isPublic),
      ),
    );
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
