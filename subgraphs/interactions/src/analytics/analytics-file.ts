import { encodeId } from '@nexus/contracts/ids';
import { METRICS } from './metric.ts';
import { seriesOf, type Timeline } from './timeline.ts';
import type { Window } from './window.ts';

type File = { timeline: Timeline; window: Window; postId: string | null };

/** Series as CSV (RFC 4180): a line for each point, a column for each metric. */
export function toCsv({ timeline }: File): string {
  const series = seriesOf(timeline, METRICS);
  const lines = timeline.bounds.starts.map((at, nth) => [
    at.toISOString(),
    ...series.map(({ points }) => points[nth]?.value ?? 0),
  ]);
  return [['at', ...METRICS], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Series as JSON, with what was asked for. */
export function toJson({ timeline, window, postId }: File): string {
  const { granularity, timeZone } = window;
  const { starts, end } = timeline.bounds;
  const post = postId && encodeId('post', postId);
  return JSON.stringify({ post, from: starts[0], to: end, granularity, timeZone, series: seriesOf(timeline, METRICS) });
}
