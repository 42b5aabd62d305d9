/** What came out of a scenario; every list is empty when all is well. */
export type Verdict = {
  scenario: string;
  acked: number;
  unknown: number;
  /** What was acknowledged and is not there. */
  lost: readonly string[];
  /** What was asked once and happened twice. */
  twice: readonly string[];
  /** Counts and copies that are not what they count and copy. */
  drift: readonly string[];
  /** Answers that are not true, ends of processes, what somebody sees who may not. */
  wrong: readonly string[];
  /** Answers that took too long, and throughput that did not come back. */
  late: readonly string[];
  slowestQueryMs: number;
  slowestMutationMs: number;
  /** Until half of the former throughput was back; undefined when it did not come back in time. */
  recoveredMs: number | undefined;
};

/** The gateway gives a request 3 seconds; half a second more is for the machine, which is busy with the fault. */
const PATIENCE_MS = 3_500;

/** What took too long. */
export function lateOf({ slowestQueryMs, slowestMutationMs, recoveredMs }: Omit<Verdict, 'late'>): string[] {
  return [
    ...(slowestQueryMs > PATIENCE_MS ? [`a query took ${Math.round(slowestQueryMs)} ms`] : []),
    ...(slowestMutationMs > PATIENCE_MS ? [`a mutation took ${Math.round(slowestMutationMs)} ms`] : []),
    ...(recoveredMs === undefined ? ['throughput did not come back'] : []),
  ];
}

const KINDS = ['lost', 'twice', 'drift', 'wrong', 'late'] as const;

/** Everything that is wrong, as sentences. */
export function faultsOf(verdict: Verdict): string[] {
  return KINDS.flatMap((kind) => verdict[kind].map((what) => `${kind}: ${what}`));
}

const COLUMNS = [
  'scenario',
  'acked',
  'unknown',
  ...KINDS,
  'slowest query',
  'slowest mutation',
  'back after',
  'verdict',
];

/** All verdicts as a Markdown table. */
export function tableOf(verdicts: readonly Verdict[]): string {
  return markdown(COLUMNS, verdicts.map(toRow));
}

function toRow(verdict: Verdict): string[] {
  const { scenario, acked, unknown, slowestQueryMs, slowestMutationMs, recoveredMs } = verdict;
  return [
    scenario,
    String(acked),
    String(unknown),
    ...KINDS.map((kind) => String(verdict[kind].length)),
    seconds(slowestQueryMs),
    seconds(slowestMutationMs),
    recoveredMs === undefined ? 'never' : seconds(recoveredMs),
    faultsOf(verdict).length === 0 ? 'held' : 'FAILED',
  ];
}

/** A Markdown table. */
export function markdown(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
