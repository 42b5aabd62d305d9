/** Likes per second under one load, ours and plain in two statements or one, measured one right after the other. */
export type Round = { ours: number; plain: number; atOnce: number };

/** Medians as a Markdown table; a ratio is the median of those within a round: a busy machine disturbs it least. */
export function tableOf(rounds: Readonly<Record<string, readonly Round[]>>): string {
  const rows = Object.entries(rounds).map(([load, measured]) => {
    const likes = (name: keyof Round) => median(measured.map((round) => round[name])).toFixed(0);
    const times = (name: keyof Round) => median(measured.map((round) => round.ours / round[name])).toFixed(2);
    return [load, likes('ours'), likes('plain'), times('plain'), likes('atOnce'), times('atOnce')];
  });
  const head = ['likes per second', 'ours', 'n = n + 1', 'ratio', 'n = n + 1, one statement', 'ratio'];
  const table = [head, ['---', '--:', '--:', '--:', '--:', '--:'], ...rows];
  return table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
