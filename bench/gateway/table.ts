import { TITLES } from './contenders/contenders.ts';
import type { Result } from './gateway-bench.ts';
import type { Sample } from './measure.ts';

const HEAD = [
  'operation, mode',
  'gateway',
  'CPU ms/request',
  '× ours',
  'main thread',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'RSS MiB',
  'fetches',
  'sent KiB',
];

/** The results as a Markdown table: medians of the rounds; "× ours" is the median of the ratios within a round. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => cellsOf(result, results));
  return [HEAD, HEAD.map((_, column) => (column < 2 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cellsOf(result: Result, results: readonly Result[]): string[] {
  const { operation, mode, contender, samples } = result;
  const ours = results.find((one) => one.contender === 'nexus' && one.operation === operation && one.mode === mode);
  const ratios = samples.map(({ cpuMs }, round) => cpuMs / (ours?.samples[round]?.cpuMs ?? Number.NaN));
  const of = (field: keyof Sample) => median(samples.map((sample) => sample[field]));
  return [
    `${operation}, ${mode}`,
    TITLES[contender],
    of('cpuMs').toFixed(2),
    ours ? median(ratios).toFixed(2) : '–',
    of('mainMs').toFixed(2),
    of('perSecond').toFixed(0),
    of('p50').toFixed(1),
    of('p99').toFixed(1),
    of('memoryMiB').toFixed(0),
    of('fetches').toFixed(1),
    of('sentKiB').toFixed(1),
  ];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
