import type { Db } from '@nexus/kit/database';
import { newId } from '@nexus/kit/new-id';
import { and, eq, sql } from 'drizzle-orm';
import { cases, evidence, type ReportRow, reports } from '../../tables/moderation.ts';
import type { Subject } from './subject.service.ts';

/** The open case about a subject, a new one if there is none; held so that it stays open until the transaction ends. */
export async function openCase(tx: Db, { kind, id, personId }: Subject): Promise<string> {
  const [row] = await tx
    .insert(cases)
    .values({ id: newId(), subjectKind: kind, subjectId: id, personId })
    .onConflictDoUpdate({
      target: cases.subjectId,
      targetWhere: sql`${cases.state} in ('OPEN', 'ASSIGNED')`,
      set: { personId },
    })
    .returning({ id: cases.id });
  if (!row) throw new Error('upsert returned no row');
  return row.id;
}

/** Adds a report to a case; false when its reporter has made one already. */
export async function insertReport(
  tx: Db,
  report: Pick<ReportRow, 'caseId' | 'reason' | 'comment'> & { reporterId: string },
): Promise<boolean> {
  const added = await tx
    .insert(reports)
    .values({ id: newId(), ...report })
    .onConflictDoNothing()
    .returning({ id: reports.id });
  return added.length > 0;
}

/** Keeps what a case's subject says, once for each wording; the case is held. */
export async function insertEvidence(tx: Db, { caseId, text }: { caseId: string; text: string }): Promise<void> {
  const known = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), eq(evidence.text, text)));
  if (known.length === 0) await tx.insert(evidence).values({ id: newId(), caseId, text });
}
