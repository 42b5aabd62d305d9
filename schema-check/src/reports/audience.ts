import type { Finding } from '../finding.ts';
import type { Operation } from '../operation.ts';
import type { Report } from './report.ts';

const MOST_NAMED = 5;
const MOST_CLIENTS = 3;

/** Who is concerned, in a line: `HomeFeed 41 %, Profile 3 % (web, ios): 44 % of the requests`; '' when nobody is. */
export function audienceInWords(report: Report, { operations }: Finding): string {
  if (operations.length === 0) return '';
  const names = operations.slice(0, MOST_NAMED).map((operation) => named(report, operation));
  const more = operations.length > MOST_NAMED ? ` and ${operations.length - MOST_NAMED} more` : '';
  const share = shareOf(report, operations);
  const together = operations.length > 1 && share !== undefined ? `: ${percent(share)} of the requests` : '';
  return `${names.join(', ')}${more}${clientsInWords(operations)}${together}`;
}

/** The share of operations in all requests, from 0 to 1; undefined where none was counted. */
export function shareOf({ operations: all }: Report, operations: readonly Operation[]): number | undefined {
  const total = sum(all);
  return total === 0 ? undefined : sum(operations) / total;
}

function named(report: Report, operation: Operation): string {
  const share = shareOf(report, [operation]);
  return `${operation.name || `operation ${operation.id.slice(0, 7)}`}${share === undefined ? '' : ` ${percent(share)}`}`;
}

function clientsInWords(operations: readonly Operation[]): string {
  const counts = new Map<string, number>();
  for (const { name, count } of operations.flatMap(({ clients }) => clients)) {
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  const names = [...counts].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
  if (names.length === 0) return '';
  return ` (${names.slice(0, MOST_CLIENTS).join(', ')}${names.length > MOST_CLIENTS ? ', …' : ''})`;
}

const sum = (operations: readonly Operation[]): number => operations.reduce((total, { count }) => total + count, 0);

function percent(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1 %';
  return `${share < 0.1 ? Number((share * 100).toFixed(1)) : Math.round(share * 100)} %`;
}
