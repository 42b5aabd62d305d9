import type { Finding } from '../finding.ts';
import { shareOf } from './audience.ts';
import { ofSeverity, type Report } from './report.ts';

/** A report for programs; shares are from 0 to 1, null where nothing was counted. */
export function json(report: Report): string {
  const { base, head, findings, approved, operations, milliseconds } = report;
  const document = {
    base,
    head,
    errors: ofSeverity(report, 'error').length,
    warnings: ofSeverity(report, 'warning').length,
    notices: ofSeverity(report, 'notice').length,
    operationsKnown: operations.length,
    milliseconds: Math.round(milliseconds),
    findings: findings.map((finding) => toJson(report, finding)),
    approved: approved.map(({ finding, approval }) => ({ ...toJson(report, finding), approval })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toJson(report: Report, { operations, ...finding }: Finding) {
  return {
    ...finding,
    share: shareOf(report, operations) ?? null,
    operations: operations.map((operation) => {
      const { id, name, origin, count, clients } = operation;
      return { id, name, origin, count, share: shareOf(report, [operation]) ?? null, clients };
    }),
  };
}
