import { ERASE_CHUNK } from '@nexus/contracts/projections/erasure/erase-people';
import { deleteChunk } from '@nexus/contracts/projections/erasure/erase-projections';
import { tombstoneOf } from '@nexus/contracts/projections/erasure/person-erasure';
import type { Db } from '@nexus/kit/database';
import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import {
  accounts,
  type DeletionRow,
  dataExports,
  deletions,
  erasures,
  exportChunks,
  holds,
  sessions,
} from '../tables/accounts.ts';
import { recounts } from '../tables/counts.ts';
import {
  followRequests,
  type ListRow,
  labelPreferences,
  listMembers,
  lists,
  mutedWords,
  type RelationshipRow,
  relationships,
  suggestionDismissals,
} from '../tables/graph.ts';
import { reports } from '../tables/moderation.ts';
import { handleChanges, type UserRow, users } from '../tables/users.ts';

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
  const own = await deleteEdgesBy(tx, relationships.sourceId, userId);
  return own.length > 0 ? own : await deleteEdgesBy(tx, relationships.targetId, userId);
}

function deleteEdgesBy(tx: Db, end: PgColumn, userId: string): Promise<RelationshipRow[]> {
  return tx
    .delete(relationships)
    .where(
      sql`${relationships}.ctid = any(array(
        select ctid from ${relationships} where ${end} = ${userId} limit ${ERASE_CHUNK} for update skip locked
      ))`,
    )
    .returning();
}

/** Deletes some of what a person waits for, or of what waits for them. */
export async function deleteRequests(tx: Db, userId: string): Promise<number> {
  const sent = await deleteChunk(tx, followRequests, eq(followRequests.requesterId, userId));
  return sent || (await deleteChunk(tx, followRequests, eq(followRequests.targetId, userId)));
}

/** Deletes some of what a person does not want suggested, or of who does not want them suggested. */
export async function deleteDismissals(tx: Db, userId: string): Promise<number> {
  const own = await deleteChunk(tx, suggestionDismissals, eq(suggestionDismissals.userId, userId));
  return own || (await deleteChunk(tx, suggestionDismissals, eq(suggestionDismissals.targetId, userId)));
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

/** So many pieces of copies of data are deleted at once: each is a quarter of a megabyte. */
const PIECES_AT_ONCE = 50;

/** Deletes some of the copies of a person's data. */
export async function deleteCopies(tx: Db, userId: string): Promise<number> {
  const gone = await tx.execute(sql`
    delete from ${exportChunks} where ctid = any(array(
      select piece.ctid from ${exportChunks} piece join ${dataExports} copy on copy.id = piece.export_id
      where copy.user_id = ${userId} limit ${PIECES_AT_ONCE}
    )) returning 1`);
  return gone.length;
}

/** Whether anything is left of a person: rows that somebody held just now, and people on lists of theirs. */
export async function isAnythingLeft(tx: Db, userId: string): Promise<boolean> {
  const has = (table: PgTable, which: SQL) => sql`exists (select from ${table} where ${which})`;
  const [found] = await tx.execute<{ any: boolean }>(sql`
    select ${has(relationships, eq(relationships.sourceId, userId))}
      or ${has(relationships, eq(relationships.targetId, userId))}
      or ${has(followRequests, eq(followRequests.requesterId, userId))}
      or ${has(followRequests, eq(followRequests.targetId, userId))}
      or ${has(suggestionDismissals, eq(suggestionDismissals.userId, userId))}
      or ${has(suggestionDismissals, eq(suggestionDismissals.targetId, userId))}
      or ${has(listMembers, eq(listMembers.userId, userId))}
      or ${has(reports, eq(reports.reporterId, userId))}
      or ${has(lists, sql`${lists.ownerId} = ${userId} and ${lists.emptiedAt} is null`)} as any`);
  return found?.any === true;
}

/** Deletes what proves a person and what they set, and leaves of them a tombstone. */
export async function buryAccount(tx: Db, userId: string): Promise<UserRow | undefined> {
  await tx.delete(dataExports).where(eq(dataExports.userId, userId));
  await tx.delete(mutedWords).where(eq(mutedWords.userId, userId));
  await tx.delete(labelPreferences).where(eq(labelPreferences.userId, userId));
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
