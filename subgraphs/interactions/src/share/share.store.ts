import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { type ShareRow, shares } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';
import { canViewPerson, canViewPost } from '../visibility/visibility.store.ts';

export function findVisibleShares(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<ShareRow[]> {
  return db
    .select(getTableColumns(shares))
    .from(shares)
    .innerJoin(postRefs, eq(postRefs.id, shares.postId))
    .where(
      and(
        inArray(shares.id, [...ids]),
        shares.isShared,
        canViewPost(viewerId),
        canViewPerson(shares.actorId, viewerId),
      ),
    );
}

/** What of the given posts somebody shares now. */
export function findSharesOfUser(db: Db, actorId: string, postIds: readonly string[]): Promise<ShareRow[]> {
  return db
    .select()
    .from(shares)
    .where(and(eq(shares.actorId, actorId), inArray(shares.postId, [...postIds]), shares.isShared));
}

/** One page of each post's shares by people the viewer sees, newest first, in one statement. */
export function findSharesByPosts(
  db: Db,
  postIds: readonly string[],
  { page, viewerId }: { page: Page; viewerId: string | undefined },
): Promise<ShareRow[]> {
  const { first, after } = page;
  const older = isBefore([shares.sharedAt, shares.id], after);
  const onePage = db
    .select()
    .from(shares)
    .where(and(eq(shares.postId, sql`post.id`), shares.isShared, canViewPerson(shares.actorId, viewerId), older))
    .orderBy(desc(shares.sharedAt), desc(shares.id))
    .limit(first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(postIds)}) as post(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.sharedAt), desc(onePage.id));
}

/** Shares a post; undefined when it is shared already. Sharing again revives the old row under a higher version. */
export async function insertShare(tx: Db, share: typeof shares.$inferInsert): Promise<ShareRow | undefined> {
  const [row] = await tx
    .insert(shares)
    .values(share)
    .onConflictDoUpdate({
      target: [shares.actorId, shares.postId],
      set: { isShared: true, isCounted: share.isCounted, sharedAt: sql`now()`, version: sql`${shares.version} + 1` },
      setWhere: sql`not ${shares.isShared}`,
    })
    .returning();
  return row;
}

/** Takes a share back; undefined when there was none. */
export async function endShare(tx: Db, actorId: string, postId: string): Promise<ShareRow | undefined> {
  const [row] = await tx
    .update(shares)
    .set({ isShared: false, version: sql`${shares.version} + 1` })
    .where(and(eq(shares.actorId, actorId), eq(shares.postId, postId), shares.isShared))
    .returning();
  return row;
}
