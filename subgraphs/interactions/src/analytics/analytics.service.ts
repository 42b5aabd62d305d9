import type { Db } from '@nexus/kit/database';
import type { Context } from '../context.ts';
import type { ShownPost } from '../post/post.store.ts';
import type { Metric, MetricPoint } from '../resolvers.generated.ts';
import { PLATFORM } from '../tables/analytics.ts';
import { findBounds } from './bounds.store.ts';
import { ENGAGEMENT, storedMetric } from './metric.ts';
import { findBusyHours, findTopPosts, findTotals, findValues, type HourOfWeek } from './series.store.ts';
import { pointsOf, runningTotal, type Timeline } from './timeline.ts';
import { readWindow, type Window } from './window.ts';

/** Analytics of a post, a person or all together; what of it is asked for is read when it is. */
export type Analytics = { subjectId: string; window: Window };
export type TopPost = { postId: string; value: number };

type Asked = Parameters<typeof readWindow>[0];

/** What came of a post, for its author alone; null for everybody else. */
export function analyticsOfPost({ viewer }: Context, post: ShownPost, asked: Asked): Analytics | null {
  return viewer?.id === post.authorId ? { subjectId: post.id, window: readWindow(asked, 'HOUR') } : null;
}

/** What came of all that somebody published. */
export const analyticsOfPerson = (personId: string, asked: Asked): Analytics => ({
  subjectId: personId,
  window: readWindow(asked, 'DAY'),
});

/** What happened on the whole platform. */
export const analyticsOfPlatform = (asked: Asked): Analytics => ({
  subjectId: PLATFORM,
  window: readWindow(asked, 'DAY'),
});

const ALL = [...ENGAGEMENT, 'impression', 'follower_impression', 'viewer', 'follower', 'post'] as const;

type Asking = { window: Window; viewerId: string | undefined };

/** What series say of many subjects in one window, as the viewer sees them. */
export async function findTimelines(
  db: Db,
  subjectIds: readonly string[],
  { window, viewerId }: Asking,
): Promise<Timeline[]> {
  const bounds = await findBounds(db, window);
  const found = await findValues(db, subjectIds, { bounds, metrics: ALL, viewerId });
  const values = Map.groupBy(found, ({ subjectId }) => subjectId);
  return subjectIds.map((subjectId) => ({ subjectId, bounds, values: values.get(subjectId) ?? [] }));
}

/** The timeline behind some analytics: one batch for all of a window. */
export async function timelineOf({ loaders }: Context, { subjectId, window }: Analytics): Promise<Timeline> {
  const timeline = await loaders.timeline(window).load(subjectId);
  if (!timeline) throw new Error('a subject has no timeline');
  return timeline;
}

/** How many followed somebody at the end of each point: those who do so still. */
export async function audienceOf(context: Context, analytics: Analytics): Promise<MetricPoint[]> {
  const timeline = await timelineOf(context, analytics);
  const [to = timeline.bounds.end] = timeline.bounds.starts;
  const before = await findTotals(context.db, analytics.subjectId, { metrics: ['follower'], to });
  return runningTotal(pointsOf(timeline, 'follower'), before.get('follower') ?? 0);
}

type Top = { metric: Metric; first: number };

/** Somebody's posts with the most of a metric. */
export async function topPostsOf(context: Context, analytics: Analytics, { metric, first }: Top): Promise<TopPost[]> {
  const { bounds } = await timelineOf(context, analytics);
  return await findTopPosts(context.db, analytics.subjectId, { metric: storedMetric(metric), bounds, limit: first });
}

/** When in the week people do most with what somebody publishes. */
export async function bestHoursOf(context: Context, analytics: Analytics, first: number): Promise<HourOfWeek[]> {
  const { bounds } = await timelineOf(context, analytics);
  const { timeZone } = analytics.window;
  return await findBusyHours(context.db, analytics.subjectId, { metrics: ENGAGEMENT, bounds, timeZone, limit: first });
}
