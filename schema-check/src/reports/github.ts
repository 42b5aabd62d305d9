import type { Finding } from '../finding.ts';
import { audienceInWords } from './audience.ts';
import { type Report, summaryOf } from './report.ts';

/** A report as commands of GitHub's workflows, which show each finding at its line. */
export function github(report: Report): string {
  const annotations = report.findings.map((finding) => annotationOf(report, finding));
  return [...annotations, `Schema check: ${summaryOf(report)}.`, ''].join('\n');
}

function annotationOf(report: Report, finding: Finding): string {
  const { severity, code, coordinate, variant, place, message, remedy } = finding;
  const title = [code, coordinate, variant && `in ${variant}`].filter(Boolean).join(' ');
  const where = place ? { file: place.file, line: place.line, col: place.column } : {};
  const properties = Object.entries({ ...where, title }).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  const users = audienceInWords(report, finding);
  const text = [message, users && `Used by ${users}.`, remedy].filter(Boolean).join('\n');
  return `::${severity} ${properties.join(',')}::${escapeText(text)}`;
}

// As @actions/core escapes: a line break would end the command, a colon or comma a property.
const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (value: string | number): string =>
  escapeText(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
