import type { Metric, MetricPoint, MetricSeries } from '../resolvers.generated.ts';
import type { Bounds } from './bounds.store.ts';
import { ENGAGEMENT, METRICS, type StoredMetric, storedMetric } from './metric.ts';
import type { PointValue } from './series.store.ts';

/** What is known of one subject in a window. */
export type Timeline = { subjectId: string; bounds: Bounds; values: readonly PointValue[] };

/** The series of some metrics (null: all), in the order asked for: every point is there, also where nothing happened. */
export function seriesOf(timeline: Timeline, metrics: readonly Metric[] | null | undefined): MetricSeries[] {
  return [...new Set(metrics ?? METRICS)].map((metric) => {
    const points = pointsOf(timeline, storedMetric(metric));
    const previousTotal = valueAt(timeline, storedMetric(metric), 0);
    return { metric, total: sum(points.map(({ value }) => value)), previousTotal, points };
  });
}

/** One value for each point of the window. */
export function pointsOf(timeline: Timeline, metric: StoredMetric): MetricPoint[] {
  const byPoint = new Map(timeline.values.filter((it) => it.metric === metric).map((it) => [it.point, it.value]));
  return timeline.bounds.starts.map((at, nth) => ({ at, value: byPoint.get(nth + 1) ?? 0 }));
}

/** How many there were at the end of each point, given how many there were before the first. */
export function runningTotal(points: readonly MetricPoint[], before: number): MetricPoint[] {
  let value = before;
  return points.map((point) => {
    value += point.value;
    return { at: point.at, value };
  });
}

/** What people did for each time they were shown something; null where nothing was shown. */
export function engagementRateOf(timeline: Timeline): number | null {
  return ratio(sum(ENGAGEMENT.map((metric) => totalOf(timeline, metric))), totalOf(timeline, 'impression'));
}

/** How much of what was shown was shown to people who followed the author at that time; null where nothing was. */
export function fromFollowersRatioOf(timeline: Timeline): number | null {
  return ratio(totalOf(timeline, 'follower_impression'), totalOf(timeline, 'impression'));
}

function totalOf({ values }: Timeline, metric: StoredMetric): number {
  return sum(values.filter((it) => it.metric === metric && it.point > 0).map(({ value }) => value));
}

function valueAt({ values }: Timeline, metric: StoredMetric, point: number): number {
  return values.find((it) => it.metric === metric && it.point === point)?.value ?? 0;
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
