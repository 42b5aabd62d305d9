import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { and, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { AskedPoll } from '../post/asked-post.ts';
import { type PollRow, type PollVoteRow, polls, pollVotes } from '../tables/content.ts';
import { posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

type Asking = { id: string; authorId: string; poll: AskedPoll | null };

/** Opens the polls of posts that were published at this time. */
export async function insertPolls(tx: Db, published: readonly Asking[], at: Date): Promise<void> {
  const opened = published.flatMap(({ id: postId, authorId, poll }) => {
    if (poll === null) return [];
    const { options, isMultiple, durationSeconds } = poll;
    const endsAt = new Date(at.getTime() + durationSeconds * 1_000);
    return [{ id: newId(), postId, authorId, options: [...options], isMultiple, endsAt }];
  });
  if (opened.length > 0) await tx.insert(polls).values(opened);
}

/** Those of the given polls whose posts the viewer may see. */
export function findPollsByIds(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<PollRow[]> {
  return db
    .select(getTableColumns(polls))
    .from(polls)
    .innerJoin(posts, eq(posts.id, polls.postId))
    .where(and(inArray(polls.id, [...ids]), canViewPost(viewerId)));
}

export function findPollsByPosts(db: Db, postIds: readonly string[]): Promise<PollRow[]> {
  return db
    .select()
    .from(polls)
    .where(inArray(polls.postId, [...postIds]));
}

/** A poll that the viewer may see; its post is not deleted until the transaction ends. */
export async function findPollToAnswer(tx: Db, id: string, viewerId: string): Promise<PollRow | undefined> {
  const [poll] = await tx
    .select(getTableColumns(polls))
    .from(polls)
    .innerJoin(posts, eq(posts.id, polls.postId))
    .where(and(eq(polls.id, id), canViewPost(viewerId)))
    .for('key share');
  return poll;
}

/** What one person answered each of the polls; those that they did not answer are left out. */
export function findVotes(db: Db, pollIds: readonly string[], voterId: string): Promise<PollVoteRow[]> {
  return db
    .select()
    .from(pollVotes)
    .where(and(inArray(pollVotes.pollId, [...pollIds]), eq(pollVotes.voterId, voterId)));
}

/** Keeps an answer; false when the person gave one before. */
export async function insertVote(tx: Db, vote: Omit<PollVoteRow, 'createdAt'>): Promise<boolean> {
  const kept = await tx.insert(pollVotes).values(vote).onConflictDoNothing().returning({ pollId: pollVotes.pollId });
  return kept.length > 0;
}
