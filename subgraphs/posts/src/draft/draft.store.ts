import type { Db } from '@nexus/kit/database';
import { isAfter, isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { takeTurn } from '@nexus/kit/turn';
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { type DraftRow, drafts } from '../tables/content.ts';

/** Makes whoever else keeps or schedules drafts of this person wait until the transaction ends, so that limits hold. */
export const holdDraftsOf = (tx: Db, userId: string): Promise<void> => takeTurn(tx, `drafts of ${userId}`);

/** Those of the given drafts that are the person's. */
export function findDraftsByIds(db: Db, ids: readonly string[], userId: string): Promise<DraftRow[]> {
  return db
    .select()
    .from(drafts)
    .where(and(inArray(drafts.id, [...ids]), eq(drafts.userId, userId)));
}

/** One page of a person's drafts that are not scheduled, and one more, the last changed first. */
export function findDrafts(db: Db, userId: string, { first, after }: Page): Promise<DraftRow[]> {
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.userId, userId), isNull(drafts.scheduledFor), isBefore([drafts.updatedAt, drafts.id], after)))
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
    .limit(first + 1);
}

/** One page of a person's scheduled drafts, and one more, the next first. */
export function findScheduled(db: Db, userId: string, { first, after }: Page): Promise<DraftRow[]> {
  return db
    .select()
    .from(drafts)
    .where(
      and(eq(drafts.userId, userId), isNotNull(drafts.scheduledFor), isAfter([drafts.scheduledFor, drafts.id], after)),
    )
    .orderBy(asc(drafts.scheduledFor), asc(drafts.id))
    .limit(first + 1);
}

/** A person's draft, held until the transaction ends. */
export async function findDraftForUpdate(tx: Db, id: string, userId: string): Promise<DraftRow | undefined> {
  const [draft] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.id, id), eq(drafts.userId, userId)))
    .for('update');
  return draft;
}

export async function countDrafts(tx: Db, userId: string): Promise<number> {
  const [counted] = await tx.select({ drafts: count() }).from(drafts).where(eq(drafts.userId, userId));
  return counted?.drafts ?? 0;
}

/** How many drafts of a person but this one wait for their time, and how many of them for the same day (UTC). */
export async function countWaiting(
  tx: Db,
  { id, userId }: DraftRow,
  at: Date,
): Promise<{ total: number; sameDay: number }> {
  const day = sql`${at.toISOString().slice(0, 10)}::date`;
  const [counted] = await tx
    .select({
      total: count(),
      sameDay: sql<number>`(count(*) filter (where (${drafts.scheduledFor} at time zone 'UTC')::date = ${day}))::integer`,
    })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), isNotNull(drafts.scheduledFor), isNotNull(drafts.dueAt), ne(drafts.id, id)));
  return counted ?? { total: 0, sameDay: 0 };
}

export async function insertDraft(tx: Db, draft: typeof drafts.$inferInsert): Promise<DraftRow> {
  const [kept] = await tx.insert(drafts).values(draft).returning();
  if (!kept) throw new Error('a new id was given twice');
  return kept;
}

/** Changes a draft that the transaction holds. */
export async function updateDraft(tx: Db, id: string, change: Partial<DraftRow>): Promise<DraftRow> {
  const [draft] = await tx.update(drafts).set(change).where(eq(drafts.id, id)).returning();
  if (!draft) throw new Error(`the draft ${id} is gone while it is held`);
  return draft;
}

/** Forgets a draft of a person; false when they have none of this id. */
export async function deleteDraftOf(tx: Db, id: string, userId: string): Promise<boolean> {
  const gone = await tx
    .delete(drafts)
    .where(and(eq(drafts.id, id), eq(drafts.userId, userId)))
    .returning({ id: drafts.id });
  return gone.length > 0;
}

/** The draft that has been due for longest, of those that nobody else is at; held until the transaction ends. */
export async function takeDueDraft(tx: Db): Promise<DraftRow | undefined> {
  const [draft] = await tx
    .select()
    .from(drafts)
    .where(sql`${drafts.dueAt} <= now()`)
    .orderBy(asc(drafts.dueAt), asc(drafts.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return draft;
}
