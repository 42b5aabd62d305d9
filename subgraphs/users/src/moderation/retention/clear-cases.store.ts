import type { Db } from '@nexus/kit/database';
import { and, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { actions, caseNotes, cases, evidence, reports } from '../../tables/moderation.ts';

/** So many cases lose their texts in one transaction at most. */
const CHUNK = 100;

/** Decided cases whose texts have been kept long enough; passes over what somebody holds. */
export function takeOldCases(tx: Db, days: number): Promise<string[]> {
  const isOld = lt(cases.resolvedAt, sql`now() - make_interval(days => ${days}::integer)`);
  return takeCases(tx, and(isNull(cases.clearedAt), isOld, inArray(cases.state, ['RESOLVED', 'DISMISSED'])));
}

/** Cases about a person that still say anything. */
export function takeCasesAbout(tx: Db, personId: string): Promise<string[]> {
  const says = sql`(
    exists (select from ${evidence} where ${evidence.caseId} = ${cases.id})
    or exists (select from ${reports} where ${reports.caseId} = ${cases.id} and ${reports.comment} is not null)
    or exists (select from ${caseNotes} where ${caseNotes.caseId} = ${cases.id} and ${caseNotes.text} is not null)
    or exists (select from ${actions} where ${actions.caseId} = ${cases.id}
      and coalesce(${actions.reason}, ${actions.appealText}, ${actions.appealAnswer}) is not null))`;
  return takeCases(tx, and(eq(cases.personId, personId), says));
}

async function takeCases(tx: Db, which: SQL | undefined): Promise<string[]> {
  const rows = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(which)
    .limit(CHUNK)
    .for('update', { skipLocked: true });
  return rows.map(({ id }) => id);
}

/** Takes from cases what was reported, what reporters said and what moderators wrote to each other. */
export async function clearCases(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(evidence).where(inArray(evidence.caseId, [...ids]));
  await tx
    .update(reports)
    .set({ comment: null })
    .where(inArray(reports.caseId, [...ids]));
  await tx
    .update(caseNotes)
    .set({ text: null })
    .where(inArray(caseNotes.caseId, [...ids]));
  await tx
    .update(cases)
    .set({ clearedAt: sql`now()` })
    .where(inArray(cases.id, [...ids]));
}

/** Takes from cases what their person was told and what they had to say to it, too. */
export async function clearNotices(tx: Db, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await tx
    .update(actions)
    .set({ reason: null, appealText: null, appealAnswer: null })
    .where(inArray(actions.caseId, [...caseIds]));
}
