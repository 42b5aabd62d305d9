import { invalid } from '@nexus/kit/errors';
import type { Analytics } from '../analytics/analytics.service.ts';
import type { StoredMetric } from '../analytics/metric.ts';
import { findTotals } from '../analytics/series.store.ts';
import type { Context } from '../context.ts';
import type { MetricPoint, PlatformTotals, RetentionCohort } from '../resolvers.generated.ts';
import { countActive, countPeople, countRetained } from './platform.store.ts';

const DAY_MS = 86_400_000;
const MOST_COHORTS = 26;

/** How many people did or saw anything on each day (UTC) that a window touches. */
export async function activeUsersOf({ db }: Context, { window }: Analytics): Promise<MetricPoint[]> {
  const from = startOfDay(window.from);
  const to = new Date(startOfDay(new Date(window.to.getTime() - 1)).getTime() + DAY_MS);
  const counted = new Map((await countActive(db, { from, to })).map(({ day, value }) => [day, value]));
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  return Array.from({ length: days }, (_, nth) => {
    const at = new Date(from.getTime() + nth * DAY_MS);
    return { at, value: counted.get(at.toISOString().slice(0, 10)) ?? 0 };
  });
}

/** The last weeks' newcomers, and how many of them were active in each week since, the oldest first. */
export async function retentionOf({ db }: Context, { window }: Analytics, cohorts: number): Promise<RetentionCohort[]> {
  if (cohorts < 1 || cohorts > MOST_COHORTS) throw invalid('cohorts', `Ask for 1 to ${MOST_COHORTS} cohorts.`);
  const last = startOfWeek(new Date(window.to.getTime() - 1));
  const [from, to] = [weeksAfter(last, 1 - cohorts), weeksAfter(last, 1)];
  const counted = Map.groupBy(await countRetained(db, { from, to }), ({ week }) => week);
  return Array.from({ length: cohorts }, (_, nth) => {
    const week = weeksAfter(from, nth);
    const found = counted.get(week.toISOString().slice(0, 10)) ?? [];
    const retained = Array.from(
      { length: cohorts - nth },
      (_unused, after) => found.find((it) => it.after === after)?.people ?? 0,
    );
    return { week, people: retained[0] ?? 0, retained };
  });
}

const COUNTED = ['post', 'comment', 'reaction', 'share', 'bookmark', 'impression', 'follower'] as const;

/** How much of everything there is now. */
export async function totalsOf({ db }: Context, { subjectId }: Analytics): Promise<PlatformTotals> {
  const [people, totals] = await Promise.all([
    countPeople(db),
    findTotals(db, subjectId, { metrics: COUNTED, to: END_OF_TIME }),
  ]);
  const total = (metric: StoredMetric) => totals.get(metric) ?? 0;
  return {
    people,
    posts: total('post'),
    comments: total('comment'),
    reactions: total('reaction'),
    shares: total('share'),
    bookmarks: total('bookmark'),
    impressions: total('impression'),
    follows: total('follower'),
  };
}

const END_OF_TIME = new Date('9999-01-01T00:00:00Z');

const startOfDay = (time: Date): Date => new Date(Math.floor(time.getTime() / DAY_MS) * DAY_MS);
const weeksAfter = (week: Date, weeks: number): Date => new Date(week.getTime() + weeks * 7 * DAY_MS);

/** The Monday before, or the day itself. */
function startOfWeek(time: Date): Date {
  const day = startOfDay(time);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS);
}
