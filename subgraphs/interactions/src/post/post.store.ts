import type { PostSnapshot } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { and, inArray, sql } from 'drizzle-orm';
import { type PostRefRow, postRefs } from '../tables.ts';
import { canView } from '../visibility/visibility.store.ts';

export function findVisiblePosts(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<PostRefRow[]> {
  return db
    .select()
    .from(postRefs)
    .where(and(inArray(postRefs.id, [...ids]), canView(viewerId)));
}

/** Takes over newer snapshots of posts and ignores older ones: replay and disorder are harmless. */
export async function upsertPostRefs(db: Db, snapshots: readonly PostSnapshot[]): Promise<void> {
  if (snapshots.length === 0) return;
  await db
    .insert(postRefs)
    .values(
      snapshots.map(({ postId, createdAt, ...known }) => ({ id: postId, createdAt: new Date(createdAt), ...known })),
    )
    .onConflictDoUpdate({
      target: postRefs.id,
      set: {
        authorId: sql`excluded.author_id`,
        visibility: sql`excluded.visibility`,
        listId: sql`excluded.list_id`,
        commentPolicy: sql`excluded.comment_policy`,
        state: sql`excluded.state`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${postRefs.version} < excluded.version`,
    });
}
