import type { Asked } from './steady-load.ts';

/** A time in milliseconds by `performance.now()`. */
export type Span = { startedAt: number; endedAt: number };

/** When nothing was swapped, when something was, and just after that. */
export type Spans = { quiet: Span[]; swaps: Span[]; rests: Span[] };

type Load = { asked: readonly Asked[]; failures: readonly string[] };

const HEAD = ['', 'requests', 'p50 ms', 'p99 ms', '× quiet', 'p99 of all ms', 'slowest ms'];

/** What requests waited for, as a Markdown table: those that overlap a swap, and the others. */
export function tableOf({ asked, failures }: Load, { quiet, swaps, rests }: Spans): string {
  const latencies = (spans: Span[]) => spans.map((span) => latenciesIn(span, asked));
  const base = latencies(quiet);
  const rows = [
    cellsOf('quiet', base, base),
    cellsOf(`during ${swaps.length} swaps`, latencies(swaps), base),
    cellsOf('just after them', latencies(rests), base),
  ];
  const table = [HEAD, HEAD.map((_, column) => (column === 0 ? '---' : '--:')), ...rows];
  const told = `${asked.length} requests, ${failures.length} failed${failures.length > 0 ? `: ${failures[0]}` : ''}.`;
  return [...table.map((cells) => `| ${cells.join(' | ')} |`), '', told].join('\n');
}

/** Of the requests that overlap a span, in ascending order. */
const latenciesIn = (span: Span, asked: readonly Asked[]): number[] =>
  ascending(
    asked
      .filter(({ startedAt, endedAt }) => startedAt < span.endedAt && endedAt > span.startedAt)
      .map(({ startedAt, endedAt }) => endedAt - startedAt),
  );

type Latencies = readonly (readonly number[])[];

function cellsOf(name: string, spans: Latencies, quiet: Latencies): string[] {
  const all = ascending(spans.flat());
  return [
    name,
    `${all.length}`,
    percentile(all, 50).toFixed(1),
    typicalP99(spans).toFixed(1),
    (typicalP99(spans) / typicalP99(quiet)).toFixed(1),
    percentile(all, 99).toFixed(1),
    (all.at(-1) ?? Number.NaN).toFixed(0),
  ];
}

/** The median over the spans, because one hiccup of the machine is not a swap. */
const typicalP99 = (spans: Latencies): number =>
  percentile(ascending(spans.map((latencies) => percentile(latencies, 99))), 50);

const ascending = (values: readonly number[]) => values.toSorted((one, other) => one - other);

/** Of sorted values, the smallest that so many per cent of all do not exceed. */
const percentile = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
