import { ERASE_CHUNK } from '@nexus/contracts/projections/erasure/erase-people';
import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import { tombstoneOf } from '@nexus/contracts/projections/erasure/person-erasure';
import type { Db } from '@nexus/kit/database';
import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { type DeletionRow, dataExports, deletions, erasures, holds } from '../account-tables.ts';
import {
  followRequests,
  type ListRow,
  listMembers,
  lists,
  mutedWords,
  type RelationshipRow,
  recounts,
  relationships,
} from '../graph-tables.ts';
import { accounts, handleChanges, sessions, type UserRow, users } from '../tables.ts';

/** Holds one account that all others have forgotten; nobody else erases it. */
export async function takeForgotten(tx: Db): Promise<DeletionRow | undefined> {
  const [row] = await tx
    .select()
    .from(deletions)
    .where(
      and(
        isNotNull(deletions.begunAt),
        isNull(deletions.completedAt),
        sql`not exists (
          select from ${erasures}
          where ${erasures.userId} = ${deletions.userId} and ${erasures.participant} <> 'users'
            and ${erasures.state} <> 'COMPLETED'
        )`,
      ),
    )
    .orderBy(asc(deletions.begunAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return row;
}

/** Deletes some of the edges of a person, either way. */
export async function deleteEdges(tx: Db, userId: string): Promise<RelationshipRow[]> {
  const isTheirs = or(eq(relationships.sourceId, userId), eq(relationships.targetId, userId));
  return await tx
    .delete(relationships)
    .where(
      sql`${relationships}.ctid = any(array(
        select ctid from ${relationships} where ${isTheirs} limit ${ERASE_CHUNK} for update skip locked
      ))`,
    )
    .returning();
}

/** Deletes some of what waits for a person, or they wait for. */
export async function deleteRequests(tx: Db, userId: string): Promise<number> {
  const isTheirs = or(eq(followRequests.requesterId, userId), eq(followRequests.targetId, userId));
  return await deleteChunk(tx, followRequests, isTheirs);
}

/** Takes a person off some of the lists they are or were on. */
export async function deleteMemberships(tx: Db, userId: string): Promise<number> {
  return await deleteChunk(tx, listMembers, eq(listMembers.userId, userId));
}

/** Empties the names of all lists of a person and deletes those that are live; they are emptied as other deleted ones. */
export async function emptyLists(tx: Db, ownerId: string): Promise<ListRow[]> {
  return await tx
    .update(lists)
    .set({
      name: '',
      description: null,
      deletedAt: sql`coalesce(${lists.deletedAt}, now())`,
      version: sql`${lists.version} + 1`,
    })
    .where(and(eq(lists.ownerId, ownerId), or(sql`${lists.name} <> ''`, isNull(lists.deletedAt))))
    .returning();
}

/** Whether anybody is still on a list of theirs. */
export async function hasMembersLeft(tx: Db, ownerId: string): Promise<boolean> {
  const found = await tx
    .select({ id: lists.id })
    .from(lists)
    .where(and(eq(lists.ownerId, ownerId), isNull(lists.emptiedAt)))
    .limit(1);
  return found.length > 0;
}

/** Deletes what proves a person and what they set, and leaves of them a tombstone. */
export async function buryAccount(tx: Db, userId: string): Promise<UserRow | undefined> {
  await tx.delete(dataExports).where(eq(dataExports.userId, userId));
  await tx.delete(mutedWords).where(eq(mutedWords.userId, userId));
  await tx.delete(recounts).where(eq(recounts.subjectId, userId));
  await tx.delete(handleChanges).where(eq(handleChanges.userId, userId));
  await tx.delete(sessions).where(eq(sessions.userId, userId));
  await tx.delete(holds).where(eq(holds.userId, userId));
  await tx.delete(accounts).where(eq(accounts.userId, userId));
  const { handle, displayName, isVerified, isPrivate, role, state } = tombstoneOf(userId);
  const [user] = await tx
    .update(users)
    .set({
      ...{ handle, displayName, isVerified, isPrivate, role, state },
      bio: null,
      links: [],
      isDiscoverable: false,
      hidesFollowGraph: true,
      version: sql`${users.version} + 1`,
    })
    .where(eq(users.id, userId))
    .returning();
  return user;
}

/** Counts what users itself has erased of a person; the last word says that all of it is gone. */
export async function noteOwn(
  tx: Db,
  userId: string,
  { erased, isComplete }: { erased: number; isComplete: boolean },
): Promise<void> {
  const state = isComplete ? 'COMPLETED' : 'ERASING';
  await tx
    .insert(erasures)
    .values({ userId, participant: 'users', state, erasedCount: erased })
    .onConflictDoUpdate({
      target: [erasures.userId, erasures.participant],
      set: { state, erasedCount: sql`${erasures.erasedCount} + ${erased}` },
    });
  if (isComplete) {
    await tx.update(deletions).set({ completedAt: sql`now()` }).where(eq(deletions.userId, userId));
  }
}
