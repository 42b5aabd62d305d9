import type { Context } from '../../context.ts';
import type { EvidenceRow, ReportRow } from '../../tables/moderation.ts';

/** Who reported what a case is about and what they said; before anybody reads it, it is on record that they do. */
export async function readReports({ loaders }: Context, caseId: string): Promise<ReportRow[]> {
  await loaders.caseReading.load(caseId);
  return await loaders.caseReports.load(caseId);
}

/** What was reported, which may be private; on record just so. */
export async function readEvidence({ loaders }: Context, caseId: string): Promise<EvidenceRow[]> {
  await loaders.caseReading.load(caseId);
  return await loaders.caseEvidence.load(caseId);
}
