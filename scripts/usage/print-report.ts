import type { UsageReport } from '@nexus/gateway/usage/report-usage';

const MOST_USED = 20;
/** Of a terminal that nobody has made wider. */
const COLUMNS = 100;

/** A report for a terminal. */
export function printReport(report: UsageReport, since: Date): string {
  const { requests, operations } = report;
  const from = since.toISOString().slice(0, 10);
  if (operations.length === 0) return `No operation was recorded since ${from}. Is USAGE on?`;
  return [
    `${requests} requests of ${operations.length} operations since ${from}.`,
    section('Deprecated and in use', deprecatedLines(report), 'Nothing that is deprecated is in use.'),
    section(unusedTitle(report), unusedLines(report), 'Every field is in use.'),
    section('Most used operations', operationLines(report), ''),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[], otherwise: string): string {
  return lines.length === 0 ? otherwise : [title, ...lines.map((line) => inColumns(`  ${line}`))].join('\n');
}

/** Breaks a line between words; what goes on stands a little further in than its beginning. */
function inColumns(line: string): string {
  const indent = `${/^ */.exec(line)?.[0]}    `;
  const [first = '', ...words] = line.trimStart().split(/ (?! )/);
  return words.reduce(
    (text, word) => {
      const column = text.length - text.lastIndexOf('\n') - 1;
      return column + 1 + word.length > COLUMNS ? `${text}\n${indent}${word}` : `${text} ${word}`;
    },
    `${indent.slice(4)}${first}`,
  );
}

const deprecatedLines = ({ deprecated }: UsageReport): string[] =>
  deprecated.flatMap(({ coordinate, reason, users }) => [
    `${coordinate} (${reason})`,
    ...users.map(({ client, requests, operations }) => `  ${client}: ${requests} requests, ${operations.join(', ')}`),
  ]);

function unusedTitle({ unused, fieldCount }: UsageReport): string {
  const count = unused.reduce((sum, { fields }) => sum + fields.length, 0);
  return `Fields that nobody asked for (${count} of ${fieldCount})`;
}

function unusedLines({ unused }: UsageReport): string[] {
  const [whole, some] = [unused.filter(({ isWhole }) => isWhole), unused.filter(({ isWhole }) => !isWhole)];
  const lines = some.map(({ type, fields }) => `${type}: ${fields.join(', ')}`);
  return whole.length === 0 ? lines : [...lines, `and all of ${whole.map(({ type }) => type).join(', ')}`];
}

function operationLines({ operations, requests: all }: UsageReport): string[] {
  return operations.slice(0, MOST_USED).map(({ name, id, requests, clients }) => {
    const share = `${((100 * requests) / all).toFixed(1)} %`;
    return `${String(requests).padStart(9)} ${share.padStart(7)}  ${name} ${id.slice(0, 12)}  ${clients.join(', ')}`;
  });
}
