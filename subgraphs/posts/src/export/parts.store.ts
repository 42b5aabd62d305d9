import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import { media, postRevisions } from '../content-tables.ts';
import { feedItems, type PostRow, posts } from '../tables.ts';

/** A post with all that its author put into it. */
export type ExportedPost = PostRow & {
  itemAt: Date;
  media: { kind: string; altText: string | null }[];
  revisions: { text: string; createdAt: string }[];
};

/** The live posts of an author, the oldest first. */
export function findPostsToExport(db: Db, authorId: string): FindPage<ExportedPost> {
  const pictures = sql<ExportedPost['media']>`(
    select coalesce(json_agg(json_build_object('kind', kind, 'altText', alt_text) order by position), '[]'::json)
    from ${media} where post_id = ${posts.id})`;
  const revisions = sql<ExportedPost['revisions']>`(
    select coalesce(json_agg(json_build_object('text', text, 'createdAt', created_at) order by revision), '[]'::json)
    from ${postRevisions} where post_id = ${posts.id})`;
  return ({ after, limit }) =>
    db
      .select({ ...getTableColumns(posts), itemAt: feedItems.sortAt, media: pictures, revisions })
      .from(feedItems)
      .innerJoin(posts, eq(posts.id, feedItems.postId))
      .where(
        and(
          eq(feedItems.actorId, authorId),
          eq(feedItems.kind, 'POST'),
          isNull(posts.deletedAt),
          after && isAfter(after),
        ),
      )
      .orderBy(asc(feedItems.sortAt), asc(feedItems.id))
      .limit(limit);
}

const isAfter = ({ itemAt, id }: ExportedPost): SQL =>
  sql`(${feedItems.sortAt}, ${feedItems.id}) > (${itemAt.toISOString()}::timestamptz, ${id}::uuid)`;
