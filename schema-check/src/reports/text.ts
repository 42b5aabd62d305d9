import { styleText } from 'node:util';
import type { Finding, Severity } from '../finding.ts';
import { audienceInWords } from './audience.ts';
import { inWords, ofSeverity, placeInWords, type Report, SEVERITIES, secondsOf, summaryOf } from './report.ts';

/** Whoever wants to read more of them asks for another format. */
const MOST_NOTICES = 15;

const COLORS = { error: 'red', warning: 'yellow', notice: 'blue' } as const;

/** A report for a terminal. */
export function text(report: Report): string {
  const groups = SEVERITIES.map((severity) => groupOf(report, severity)).filter(Boolean);
  const approved = report.approved.map(
    ({ finding, approval }) =>
      `  ${titleOf(finding)}\n    ${approval.by} until ${approval.expires}: ${approval.reason}\n`,
  );
  if (approved.length > 0) groups.push(`${bold('approved')}\n${approved.join('')}`);
  const failed = ofSeverity(report, 'error').length > 0;
  const mark = failed ? styleText('red', '✗') : styleText('green', '✓');
  const known = inWords(report.operations.length, 'operation') || 'no operation';
  const sum = `${mark} ${bold(summaryOf(report))} — ${report.head} against ${report.base}, ${known} known, ${secondsOf(report)}`;
  return [...groups, `${sum}\n`].join('\n');
}

function groupOf(report: Report, severity: Severity): string {
  const findings = ofSeverity(report, severity);
  if (findings.length === 0) return '';
  const title = styleText([COLORS[severity], 'bold'], inWords(findings.length, severity));
  if (severity !== 'notice') return [title, ...findings.map((finding) => inFull(report, finding))].join('\n');
  const shown = findings
    .slice(0, MOST_NOTICES)
    .map((finding) => `  ${titleOf(finding)}  ${indented(finding.message)}\n`);
  const rest = findings.length - shown.length;
  return `${title}\n${shown.join('')}${rest > 0 ? `  and ${rest} more: --format json tells all\n` : ''}`;
}

function inFull(report: Report, finding: Finding): string {
  const users = audienceInWords(report, finding);
  const lines = [indented(finding.message), users && `used by ${users}`, `→ ${finding.remedy}`];
  return `  ${titleOf(finding)}\n${lines.flatMap((line) => (line ? [`    ${line}\n`] : [])).join('')}`;
}

function titleOf(finding: Finding): string {
  const { code, coordinate, variant } = finding;
  const where = placeInWords(finding);
  return [where && styleText('cyan', where), bold(code), coordinate, variant && `in ${variant}`]
    .filter(Boolean)
    .join('  ');
}

const indented = (message: string): string => message.replaceAll('\n', '\n    ');

const bold = (words: string): string => styleText('bold', words);
