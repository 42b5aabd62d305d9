import type { Approved } from '../approvals/approve.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Operation } from '../operation.ts';

/** What a check found, for whoever reads it. */
export type Report = {
  /** Which versions were compared: `origin/main (1a2b3c4)`, `the working tree`. */
  base: string;
  head: string;
  /** The worst first. */
  findings: readonly Finding[];
  approved: readonly Approved[];
  operations: readonly Operation[];
  /** How long the check took. */
  milliseconds: number;
};

/** Writes a report in one of the formats. */
export type Format = (report: Report) => string;

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/** The findings of one severity. */
export const ofSeverity = ({ findings }: Report, severity: Severity): Finding[] =>
  findings.filter((finding) => finding.severity === severity);

/** `2 errors, 1 warning, 3 notices, 1 approved`; what there is none of is left out. */
export function summaryOf(report: Report): string {
  const counts = SEVERITIES.map((severity) => inWords(ofSeverity(report, severity).length, severity));
  const approved = report.approved.length > 0 ? `${report.approved.length} approved` : '';
  return [...counts, approved].filter(Boolean).join(', ') || 'nothing to say';
}

/** `file:line:column`, or '' where there is none. */
export const placeInWords = ({ place }: Finding): string =>
  place ? `${place.file}:${place.line}:${place.column}` : '';

export const secondsOf = ({ milliseconds }: Report): string => `${(milliseconds / 1000).toFixed(1)} s`;

export const inWords = (count: number, noun: string): string =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
