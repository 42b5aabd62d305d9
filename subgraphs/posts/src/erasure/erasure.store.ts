import { ERASE_CHUNK } from '@nexus/contracts/projections/erasure/erase-people';
import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { deleteDislikesOf } from '../feedback/feedback.store.ts';
import { drafts, media, type PollVoteRow, pins, polls, pollVotes, postRevisions } from '../tables/content.ts';
import { engagements } from '../tables/discovery.ts';
import { feedItems, hashtagItems, itemRemovals, type PostRow, posts } from '../tables/posts.ts';
import { labelPreferences, mutedWords, shareRefs } from '../tables/projections.ts';

/** Some of an author's posts that say anything yet, deleted ones too, held until the transaction ends. */
export async function takePostsOf(tx: Db, authorId: string): Promise<PostRow[]> {
  const published = tx
    .select({ id: feedItems.postId })
    .from(feedItems)
    .where(and(eq(feedItems.actorId, authorId), eq(feedItems.kind, 'POST')))
    .limit(ERASE_CHUNK);
  const inFeeds = await tx.select().from(posts).where(sql`${posts.id} = any(array(${published}))`).for('update');
  if (inFeeds.length > 0) return inFeeds;
  const saysAnything = or(isNull(posts.deletedAt), sql`${posts.text} <> ''`, posts.hasMedia);
  return await tx
    .select()
    .from(posts)
    .where(and(eq(posts.authorId, authorId), saysAnything))
    .limit(ERASE_CHUNK)
    .for('update');
}

/** Leaves nothing of posts but that they were there; those that were live are told of under a new version. */
export function emptyPosts(tx: Db, ids: readonly string[]): Promise<PostRow[]> {
  return tx
    .update(posts)
    .set({
      text: '',
      contentWarning: null,
      isSensitive: false,
      hasPoll: false,
      threadRootId: null,
      threadIndex: null,
      facets: [],
      language: null,
      hashtagIds: [],
      quotedPostId: null,
      hasMedia: false,
      deletedAt: sql`coalesce(${posts.deletedAt}, now())`,
      version: sql`${posts.version} + (${posts.deletedAt} is null)::integer`,
    })
    .where(inArray(posts.id, [...ids]))
    .returning();
}

/** Deletes what hangs on posts here, and has their shares taken out of feeds later. */
export async function deleteBelow(tx: Db, ids: readonly string[]): Promise<void> {
  const these = [...ids];
  await tx.delete(feedItems).where(inArray(feedItems.id, these));
  await tx.delete(hashtagItems).where(inArray(hashtagItems.postId, these));
  await tx.delete(postRevisions).where(inArray(postRevisions.postId, these));
  await tx.delete(media).where(inArray(media.postId, these));
  await tx.delete(polls).where(inArray(polls.postId, these));
  await tx.delete(pins).where(inArray(pins.postId, these));
  await tx.delete(engagements).where(inArray(engagements.postId, these));
  await deleteDislikesOf(tx, these);
  await tx
    .insert(itemRemovals)
    .values(these.map((postId) => ({ postId })))
    .onConflictDoNothing();
}

/** Takes some of a person's shares out of feeds; how many. */
export async function deleteShareItems(tx: Db, actorId: string): Promise<number> {
  return await deleteChunk(tx, feedItems, and(eq(feedItems.actorId, actorId), eq(feedItems.kind, 'SHARE')));
}

export async function deleteShareRefs(tx: Db, actorId: string): Promise<number> {
  return await deleteChunk(tx, shareRefs, eq(shareRefs.actorId, actorId));
}

export async function deleteMutedWords(tx: Db, userId: string): Promise<number> {
  return await deleteChunk(tx, mutedWords, eq(mutedWords.userId, userId));
}

/** Takes back some of a person's answers to polls. */
export function takeVotesOf(tx: Db, voterId: string): Promise<PollVoteRow[]> {
  return takeVotes(tx, eq(pollVotes.voterId, voterId));
}

/** Takes back some of the answers that others gave to a person's polls. */
export function takeVotesOnPollsOf(tx: Db, authorId: string): Promise<PollVoteRow[]> {
  const theirs = tx.select({ id: polls.id }).from(polls).where(eq(polls.authorId, authorId));
  return takeVotes(tx, sql`${pollVotes.pollId} = any(array(${theirs}))`);
}

function takeVotes(tx: Db, which: SQL): Promise<PollVoteRow[]> {
  const some = tx
    .select({ place: sql`ctid` })
    .from(pollVotes)
    .where(which)
    .limit(ERASE_CHUNK)
    .for('update', { skipLocked: true });
  // By their place: keys of several columns would need a join.
  return tx.delete(pollVotes).where(sql`ctid = any(array(${some}))`).returning();
}

export async function deleteDrafts(tx: Db, userId: string): Promise<number> {
  return await deleteChunk(tx, drafts, eq(drafts.userId, userId));
}

export async function deleteLabelPreferences(tx: Db, userId: string): Promise<number> {
  return await deleteChunk(tx, labelPreferences, eq(labelPreferences.userId, userId));
}
