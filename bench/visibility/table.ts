/** Milliseconds of a page with visibility and without, measured one right after the other. */
export type Round = { on: number; off: number };

/** Medians as a Markdown table; the ratio is the median of the ratios within a round: a busy machine disturbs it least. */
export function tableOf(rounds: readonly Round[]): string {
  const ratios = rounds.map(({ on, off }) => on / off);
  const rows = [
    ['with visibility', median(rounds.map(({ on }) => on)).toFixed(1), median(ratios).toFixed(2)],
    ['without', median(rounds.map(({ off }) => off)).toFixed(1), '1.00'],
  ];
  const table = [['a page of the home feed', 'ms', 'ratio'], ['---', '--:', '--:'], ...rows];
  return [
    ...table.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `${rounds.length} rounds; the ratio of half of them is from ${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)}.`,
  ].join('\n');
}

const median = (values: readonly number[]) => quantile(values, 0.5);

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}
