import type { FindPage } from '@nexus/contracts/export';
import type { Db } from '@nexus/kit/database';
import { isAfter } from '@nexus/kit/keyset';
import { rowsByKey } from '@nexus/kit/rows-by-key';
import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import { type DraftRow, drafts, media, type PollVoteRow, polls, pollVotes, postRevisions } from '../tables/content.ts';
import { feedItems, type PostRow, posts } from '../tables/posts.ts';

/** A post with all that its author put into it. */
export type ExportedPost = PostRow & {
  itemAt: Date;
  media: { kind: string; altText: string | null }[];
  revisions: { text: string; contentWarning: string | null; createdAt: string }[];
  poll: { options: string[]; isMultiple: boolean; endsAt: string } | null;
};

/** The live posts of an author, the oldest first. */
export function findPostsToExport(db: Db, authorId: string): FindPage<ExportedPost> {
  const pictures = sql<ExportedPost['media']>`(
    select coalesce(json_agg(json_build_object('kind', kind, 'altText', alt_text) order by position), '[]'::json)
    from ${media} where post_id = ${posts.id})`;
  const revisions = sql<ExportedPost['revisions']>`(
    select coalesce(json_agg(json_build_object('text', text, 'contentWarning', content_warning, 'createdAt', created_at) order by revision), '[]'::json)
    from ${postRevisions} where post_id = ${posts.id})`;
  const poll = sql<ExportedPost['poll']>`(
    select json_build_object('options', options, 'isMultiple', is_multiple, 'endsAt', ends_at)
    from ${polls} where post_id = ${posts.id})`;
  return ({ after, limit }) =>
    db
      .select({ ...getTableColumns(posts), itemAt: feedItems.sortAt, media: pictures, revisions, poll })
      .from(feedItems)
      .innerJoin(posts, eq(posts.id, feedItems.postId))
      .where(
        and(
          eq(feedItems.actorId, authorId),
          eq(feedItems.kind, 'POST'),
          isNull(posts.deletedAt),
          isAfter([feedItems.sortAt, feedItems.id], after && { at: after.itemAt, id: after.id }),
        ),
      )
      .orderBy(asc(feedItems.sortAt), asc(feedItems.id))
      .limit(limit);
}

/** The drafts of a person, the first changed first. */
export function findDraftsToExport(db: Db, userId: string): FindPage<DraftRow> {
  const { updatedAt, id } = drafts;
  return ({ after, limit }) =>
    db
      .select()
      .from(drafts)
      .where(and(eq(drafts.userId, userId), isAfter([updatedAt, id], after && { at: after.updatedAt, id: after.id })))
      .orderBy(asc(updatedAt), asc(id))
      .limit(limit);
}

/** What a person answered to polls, by poll. */
export const findVotesToExport = (db: Db, voterId: string): FindPage<PollVoteRow> =>
  rowsByKey(db, pollVotes, { of: eq(pollVotes.voterId, voterId), key: 'pollId' });
