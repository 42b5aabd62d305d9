import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { desc, inArray, sql } from 'drizzle-orm';
import {
  type ActionRow,
  actions,
  type CaseNoteRow,
  caseNotes,
  type EvidenceRow,
  evidence,
  type ReportReason,
  type ReportRow,
  reports,
} from '../../tables/moderation.ts';

/** How many people reported each of the cases, and why. */
export function findReportTallies(
  db: Db,
  caseIds: readonly string[],
): Promise<{ caseId: string; count: number; reasons: ReportReason[] }[]> {
  return db
    .select({
      caseId: reports.caseId,
      count: sql<number>`count(*)::integer`,
      reasons: sql<ReportReason[]>`array_agg(distinct ${reports.reason} order by ${reports.reason})`,
    })
    .from(reports)
    .where(inArray(reports.caseId, [...caseIds]))
    .groupBy(reports.caseId);
}

/** So many reports and wordings of a case are shown: no moderator reads more. */
const MOST = 100;

/** The latest reports of each of the cases. */
export function findReports(db: Db, caseIds: readonly string[]): Promise<ReportRow[]> {
  const latest = db
    .select()
    .from(reports)
    .where(sql`${reports.caseId} = one.id`)
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(MOST)
    .as('latest');
  return db
    .select(latest._.selectedFields)
    .from(sql`unnest(${uuids(caseIds)}) as one(id)`)
    .innerJoinLateral(latest, sql`true`)
    .orderBy(desc(latest.createdAt), desc(latest.id));
}

/** The latest wordings of what was reported in each of the cases. */
export function findEvidence(db: Db, caseIds: readonly string[]): Promise<EvidenceRow[]> {
  const latest = db
    .select()
    .from(evidence)
    .where(sql`${evidence.caseId} = one.id`)
    .orderBy(desc(evidence.seenAt), desc(evidence.id))
    .limit(MOST)
    .as('latest');
  return db
    .select(latest._.selectedFields)
    .from(sql`unnest(${uuids(caseIds)}) as one(id)`)
    .innerJoinLateral(latest, sql`true`)
    .orderBy(desc(latest.seenAt), desc(latest.id));
}

/** What moderators wrote on each of the cases, the latest first. */
export function findNotes(db: Db, caseIds: readonly string[]): Promise<CaseNoteRow[]> {
  return db
    .select()
    .from(caseNotes)
    .where(inArray(caseNotes.caseId, [...caseIds]))
    .orderBy(desc(caseNotes.createdAt), desc(caseNotes.id));
}

/** What was decided in each of the cases, the latest first. */
export function findActions(db: Db, caseIds: readonly string[]): Promise<ActionRow[]> {
  return db
    .select()
    .from(actions)
    .where(inArray(actions.caseId, [...caseIds]))
    .orderBy(desc(actions.createdAt), desc(actions.id));
}
