import type { Db } from '@nexus/kit/database';
import { and, eq, inArray } from 'drizzle-orm';
import { postRevisions } from '../tables/content.ts';
import { type NewPost, type PostRow, posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

/** Those of the given posts that the viewer may see. */
export function findPostsByIds(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<PostRow[]> {
  return db
    .select()
    .from(posts)
    .where(and(inArray(posts.id, [...ids]), canViewPost(viewerId)));
}

/** A post that the viewer may see, held until the transaction ends. */
export async function findPostForUpdate(tx: Db, id: string, viewerId: string): Promise<PostRow | undefined> {
  const [post] = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.id, id), canViewPost(viewerId)))
    .for('update');
  return post;
}

/** Returns the posts that were not there yet; the others stay as they are. */
export function insertPosts(tx: Db, written: readonly NewPost[]): Promise<PostRow[]> {
  return tx
    .insert(posts)
    .values([...written])
    .onConflictDoNothing()
    .returning();
}

/** Changes a post that the transaction holds. */
export async function updatePost(tx: Db, id: string, change: Partial<NewPost>): Promise<PostRow> {
  const [post] = await tx.update(posts).set(change).where(eq(posts.id, id)).returning();
  if (!post) throw new Error(`the post ${id} is gone while it is held`);
  return post;
}

/** Keeps what a post says before it says something else. */
export async function insertRevisionOf(tx: Db, post: PostRow): Promise<void> {
  const { id: postId, revision, text, contentWarning, createdAt, editedAt } = post;
  await tx.insert(postRevisions).values({ postId, revision, text, contentWarning, createdAt: editedAt ?? createdAt });
}
