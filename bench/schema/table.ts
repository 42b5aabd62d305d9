/** Milliseconds of each round. */
export type Measured = {
  size: number;
  subgraphs: number;
  types: number;
  bytes: number;
  operations: number;
  composeMs: readonly number[];
  checkMs: readonly number[];
};

const HEAD = ['size', 'subgraphs', 'types', 'schemas', 'operations', 'composition', 'check'];

/** Medians as a Markdown table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ size, subgraphs, types, bytes, operations, composeMs, checkMs }) => [
    `${size}×`,
    String(subgraphs),
    String(types),
    `${(bytes / 1024).toFixed(0)} kB`,
    String(operations),
    inSeconds(median(composeMs)),
    inSeconds(median(checkMs)),
  ]);
  return [HEAD, HEAD.map(() => '--:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const inSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
