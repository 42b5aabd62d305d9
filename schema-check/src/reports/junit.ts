import type { Finding } from '../finding.ts';
import { audienceInWords } from './audience.ts';
import { ofSeverity, placeInWords, type Report, secondsOf } from './report.ts';

/** A report in JUnit's XML: each error fails, whatever else there is to say passes and is said. */
export function junit(report: Report): string {
  const cases = report.findings.map((finding) => caseOf(report, finding));
  const all = cases.length > 0 ? cases : ['    <testcase classname="schema" name="nothing to say"/>'];
  const counts = `tests="${all.length}" failures="${ofSeverity(report, 'error').length}"`;
  const seconds = secondsOf(report).replace(' s', '');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts} time="${seconds}">`,
    `  <testsuite name="schema-check" ${counts} errors="0" time="${seconds}">`,
    ...all,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(report: Report, finding: Finding): string {
  const { code, coordinate, variant, severity, place, message, remedy } = finding;
  const name = [code, coordinate ?? message, variant && `in ${variant}`].filter(Boolean).join(' ');
  const where = place ? ` file="${escapeXml(place.file)}" line="${place.line}"` : '';
  const users = audienceInWords(report, finding);
  const text = [placeInWords(finding), message, users && `used by ${users}`, remedy].filter(Boolean).join('\n');
  const told =
    severity === 'error'
      ? `<failure type="${escapeXml(code)}" message="${escapeXml(message)}">${escapeXml(text)}</failure>`
      : `<system-out>${escapeXml(`${severity}: ${text}`)}</system-out>`;
  return `    <testcase classname="schema" name="${escapeXml(name)}"${where}>${told}</testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** XML has no control characters, not even escaped. */
const escapeXml = (words: string): string =>
  words
    .replace(/[^\t\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n]/g, (sign) => ENTITIES[sign] ?? sign);
