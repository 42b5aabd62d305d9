import type { PostSnapshot } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type PostRefRow, postRefs, relEdges } from '../tables.ts';

/**
 * Who may see a post, and with it every comment, reaction and share below it: the one rule, as a condition on
 * `post_ref`. A post that is not known here has no row and is seen by nobody.
 */
export function visibleTo(viewerId: string | undefined): SQL | undefined {
  const isPublic = eq(postRefs.visibility, 'PUBLIC');
  return and(eq(postRefs.state, 'LIVE'), viewerId === undefined ? isPublic : or(isPublic, isFor(viewerId)));
}

function isFor(viewerId: string): SQL | undefined {
  const follows = sql`exists (
    select from ${relEdges}
    where ${relEdges.sourceId} = ${viewerId} and ${relEdges.targetId} = ${postRefs.authorId} and ${relEdges.isFollowing}
  )`;
  return or(eq(postRefs.authorId, viewerId), and(eq(postRefs.visibility, 'FOLLOWERS'), follows));
}

export function findVisiblePosts(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<PostRefRow[]> {
  return db
    .select()
    .from(postRefs)
    .where(and(inArray(postRefs.id, [...ids]), visibleTo(viewerId)));
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
        state: sql`excluded.state`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${postRefs.version} < excluded.version`,
    });
}
