import type { PostSnapshot } from '@nexus/contracts/events';
import { upsertNewer } from '@nexus/contracts/projections/upsert-newer';
import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import { type PostRefRow, postRefs } from '../tables/projections.ts';
import { acceptsCommentsOf, canViewPost, isForEverybody } from '../visibility/visibility.store.ts';

/** A post as a viewer sees it: whether it is for everybody, and whether it takes comments of the viewer. */
export type ShownPost = PostRefRow & { isForEverybody: boolean; acceptsComments: boolean };

export function findVisiblePosts(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<ShownPost[]> {
  return db
    .select(shownTo(viewerId))
    .from(postRefs)
    .where(and(inArray(postRefs.id, [...ids]), canViewPost(viewerId)));
}

/** A post that the viewer sees, held so that it is neither deleted nor changed before the transaction ends. */
export async function lockVisiblePost(tx: Db, id: string, viewerId: string): Promise<ShownPost | undefined> {
  const [post] = await tx
    .select(shownTo(viewerId))
    .from(postRefs)
    .where(and(eq(postRefs.id, id), canViewPost(viewerId)))
    .for('share');
  return post;
}

/** Whether the viewer sees a post, as far as it was heard of. */
export async function isPostVisible(db: Db, id: string, viewerId: string): Promise<boolean> {
  const found = await db
    .select({ id: postRefs.id })
    .from(postRefs)
    .where(and(eq(postRefs.id, id), canViewPost(viewerId)));
  return found.length > 0;
}

function shownTo(viewerId: string | undefined) {
  return {
    ...getTableColumns(postRefs),
    isForEverybody: isForEverybody(),
    acceptsComments: acceptsCommentsOf(viewerId),
  };
}

/** Takes over newer snapshots of posts. */
export function upsertPostRefs(db: Db, snapshots: readonly PostSnapshot[]): Promise<void> {
  const rows = snapshots.map(({ postId, createdAt, ...known }) => ({
    id: postId,
    createdAt: new Date(createdAt),
    ...known,
  }));
  return upsertNewer(db, postRefs, { rows, key: ['id'] });
}
