import type { Finding, Severity } from '../finding.ts';
import { audienceInWords } from './audience.ts';
import { inWords, ofSeverity, placeInWords, type Report, SEVERITIES, secondsOf, summaryOf } from './report.ts';

/** By this the comment of an earlier run is found again. */
const MARKER = '<!-- schema-check -->';

/** GitHub takes 65,536 characters. */
const MAX_CHARACTERS = 60_000;

const SIGNS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

/** A report as a comment on a pull request. */
export function markdown(report: Report): string {
  const { approved, base, head, operations } = report;
  const failed = ofSeverity(report, 'error').length > 0;
  const title = `${MARKER}\n## ${failed ? '❌' : '✅'} Schema check: ${summaryOf(report)}\n`;
  const groups = SEVERITIES.map((severity) => groupOf(report, severity));
  const accepted = approved.map(
    ({ finding, approval }) =>
      `- ${titleOf(finding)}\n  ${asText(approval.by)} until ${approval.expires}: ${asText(approval.reason)}\n`,
  );
  const known = inWords(operations.length, 'known operation') || 'no known operation';
  const foot = `\n<sub>${asText(head)} against ${asText(base)}, ${known}, ${secondsOf(report)}</sub>\n`;
  const text = [title, ...groups, accepted.length > 0 && details(`${accepted.length} approved`, accepted), foot];
  return shorten(text.filter(Boolean).join('\n'));
}

function groupOf(report: Report, severity: Severity): string {
  const findings = ofSeverity(report, severity);
  if (findings.length === 0) return '';
  const items = findings.map((finding) => itemOf(report, finding));
  const title = `${SIGNS[severity]} ${inWords(findings.length, severity)}`;
  return severity === 'notice' ? details(title, items) : `### ${title}\n\n${items.join('')}`;
}

const details = (title: string, items: readonly string[]): string =>
  `<details><summary>${title}</summary>\n\n${items.join('')}\n</details>\n`;

function itemOf(report: Report, finding: Finding): string {
  const users = audienceInWords(report, finding);
  const lines = [
    asText(finding.message).replaceAll('\n', '\n  '),
    users && `Used by **${asText(users)}**.`,
    finding.severity !== 'notice' && `→ ${asText(finding.remedy)}`,
  ];
  return `- ${titleOf(finding)}\n${lines.flatMap((line) => (line ? [`  ${line}\n`] : [])).join('')}`;
}

function titleOf(finding: Finding): string {
  const { code, coordinate, variant } = finding;
  const where = placeInWords(finding);
  return [`**${code}**`, coordinate && `\`${coordinate}\``, variant && `in ${variant}`, where && `\`${where}\``]
    .filter(Boolean)
    .join(' · ');
}

/** What a schema says is text, and no markup, mention or link. */
const asText = (text: string): string => text.replace(/[\\`*_{}[\]<>#|@]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const shorten = (text: string): string =>
  text.length <= MAX_CHARACTERS
    ? text
    : `${text.slice(0, text.lastIndexOf('\n- ', MAX_CHARACTERS))}\n\n…and more: run \`npm run schema:check\`.\n`;
