import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { type CaseRow, type CaseState, cases } from '../../tables/moderation.ts';

/** Those of the given cases that are not about the viewer. */
export function findCasesByIds(db: Db, ids: readonly string[], viewerId: string): Promise<CaseRow[]> {
  return db
    .select()
    .from(cases)
    .where(and(inArray(cases.id, [...ids]), ne(cases.personId, viewerId)));
}

/** The same of one, held until the transaction ends. */
export async function lockCase(tx: Db, id: string, viewerId: string): Promise<CaseRow | undefined> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), ne(cases.personId, viewerId)))
    .for('update');
  return row;
}

/** Holds a case for its person, who reads of it no more than their notices. */
export async function lockCaseOfNotice(tx: Db, id: string): Promise<void> {
  await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, id)).for('update');
}

/** What the given cases are about, for the notices of their people. */
export function findSubjectsOfCases(
  db: Db,
  ids: readonly string[],
): Promise<Pick<CaseRow, 'id' | 'subjectKind' | 'subjectId'>[]> {
  return db
    .select({ id: cases.id, subjectKind: cases.subjectKind, subjectId: cases.subjectId })
    .from(cases)
    .where(inArray(cases.id, [...ids]));
}

/** Gives a case that the transaction holds another state; one that is decided says when. */
export async function updateCaseState(
  tx: Db,
  id: string,
  { state, assigneeId }: { state: CaseState; assigneeId?: string | null },
): Promise<CaseRow> {
  const isDecided = state === 'RESOLVED' || state === 'DISMISSED';
  const [row] = await tx
    .update(cases)
    .set({
      state,
      ...(assigneeId !== undefined && { assigneeId }),
      ...(isDecided && { resolvedAt: sql`now()`, clearedAt: null }),
    })
    .where(eq(cases.id, id))
    .returning();
  if (!row) throw new Error(`the case ${id} is gone while it is held`);
  return row;
}
