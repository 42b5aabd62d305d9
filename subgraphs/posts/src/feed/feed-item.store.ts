import type { Db } from '@nexus/kit/database';
import { eq } from 'drizzle-orm';
import { feedItems, type PostRow } from '../tables/posts.ts';

/** Puts posts into the feeds of their authors' followers. */
export async function insertPostItems(tx: Db, published: readonly PostRow[]): Promise<void> {
  await tx.insert(feedItems).values(
    published.map(({ id, authorId, createdAt }) => ({
      id,
      actorId: authorId,
      kind: 'POST' as const,
      sortAt: createdAt,
      postId: id,
    })),
  );
}

/** Takes a post, but not its shares, out of the feeds of its author's followers. */
export async function deletePostItem(tx: Db, postId: string): Promise<void> {
  await tx.delete(feedItems).where(eq(feedItems.id, postId));
}
