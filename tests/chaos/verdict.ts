/** What came out of a scenario; every list is empty when all is well. */
export type Verdict = {
  scenario: string;
  acked: number;
  unknown: number;
  lost: readonly string[];
  twice: readonly string[];
  drift: readonly string[];
  /** Answers that were not true, ends of processes, and what did not come back. */
  wrong: readonly string[];
  slowestReadMs: number;
  slowestWriteMs: number;
  /** Until half of the former throughput was back; undefined when it did not come back in time. */
  recoveredMs: number | undefined;
};

/** The gateway gives a query 3 seconds, and a mutation 5: whoever gives up early does not know what was done. */
const READ_MS = 3_500;
const WRITE_MS = 5_500;

/** Everything that is wrong, as sentences. */
export function faultsOf({ slowestReadMs, slowestWriteMs, recoveredMs, ...verdict }: Verdict): string[] {
  const { lost, twice, drift, wrong } = verdict;
  return [
    ...lost.map((what) => `lost: ${what}`),
    ...twice.map((what) => `twice: ${what}`),
    ...drift.map((what) => `drift: ${what}`),
    ...wrong.map((what) => `wrong: ${what}`),
    ...(slowestReadMs > READ_MS ? [`late: a query took ${Math.round(slowestReadMs)} ms`] : []),
    ...(slowestWriteMs > WRITE_MS ? [`late: a mutation took ${Math.round(slowestWriteMs)} ms`] : []),
    ...(recoveredMs === undefined ? ['slow: throughput did not come back'] : []),
  ];
}

const COLUMNS = [
  'scenario',
  'acked',
  'unknown',
  'lost',
  'twice',
  'drift',
  'wrong',
  'slowest query',
  'slowest mutation',
  'back after',
  'verdict',
];

/** All verdicts as a Markdown table. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((verdict) => [
    verdict.scenario,
    String(verdict.acked),
    String(verdict.unknown),
    ...[verdict.lost, verdict.twice, verdict.drift, verdict.wrong].map((list) => String(list.length)),
    `${seconds(verdict.slowestReadMs)} s`,
    `${seconds(verdict.slowestWriteMs)} s`,
    verdict.recoveredMs === undefined ? 'never' : `${seconds(verdict.recoveredMs)} s`,
    faultsOf(verdict).length === 0 ? 'held' : 'FAILED',
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(COLUMNS), line(COLUMNS.map(() => '---')), ...rows.map(line)].join('\n');
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1);
