/** Likes per second under one load, ours and plain measured one right after the other. */
export type Round = { ours: number; plain: number };

/** Medians as a Markdown table; a ratio is the median of those within a round: a busy machine disturbs it least. */
export function tableOf(rounds: Readonly<Record<string, readonly Round[]>>): string {
  const rows = Object.entries(rounds).map(([load, measured]) => [
    load,
    median(measured.map(({ ours }) => ours)).toFixed(0),
    median(measured.map(({ plain }) => plain)).toFixed(0),
    median(measured.map(({ ours, plain }) => ours / plain)).toFixed(2),
  ]);
  const table = [['likes per second', 'ours', 'n = n + 1', 'ratio'], ['---', '--:', '--:', '--:'], ...rows];
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
