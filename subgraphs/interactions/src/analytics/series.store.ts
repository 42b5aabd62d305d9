import { texts, uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { series, seriesDeltas } from '../tables/analytics.ts';
import { postRefs } from '../tables/projections.ts';
import type { Bounds } from './bounds.store.ts';
import { hiddenFrom } from './hidden.store.ts';
import type { StoredMetric } from './metric.ts';

/** What series of some subjects say in a window: point 0 is all of the period before it, the others its points from 1 on. */
export type PointValue = { subjectId: string; metric: StoredMetric; point: number; value: number };

type Asked = { bounds: Bounds; metrics: readonly StoredMetric[]; viewerId: string | undefined };

/** The values that are not zero, of many subjects in one statement, as the viewer sees them. */
export async function findValues(
  db: Db,
  subjectIds: readonly string[],
  { bounds, metrics, viewerId }: Asked,
): Promise<PointValue[]> {
  const { previous, starts, end } = bounds;
  // A subquery is evaluated once; what is written out is cast again for each row.
  const thresholds = sql`(select ${times([previous, ...starts])})`;
  const span = { metrics, from: previous, to: end };
  const rows = await db.execute<PointValue>(sql`
    select subject_id as "subjectId", metric, width_bucket(slot, ${thresholds}) - 1 as point, sum(value)::float8 as value
    from (${seenValues(sql`any(${uuids(subjectIds)})`, { span, viewerId })}) as counted
    group by 1, 2, 3 having sum(value) <> 0`);
  return [...rows];
}

type Span = { metrics: readonly StoredMetric[]; from: Date | null; to: Date };

/** Stored values of subjects, with what is not folded yet, as a part of a statement. */
function storedValues(subjects: SQL, span: Span): SQL {
  const which = within(subjects, span);
  return sql`
    select subject_id, metric, slot, value from ${series} where ${which}
    union all
    select subject_id, metric, slot, value from ${seriesDeltas} where ${which}`;
}

/** The same without what is hidden from the viewer. */
function seenValues(subjects: SQL, { span, viewerId }: { span: Span; viewerId: string | undefined }): SQL {
  const stored = storedValues(subjects, span);
  return viewerId === undefined ? stored : sql`${stored} union all ${hiddenValues(viewerId, within(subjects, span))}`;
}

const hiddenValues = (authorId: string, which: SQL): SQL => sql`
  select subject_id, metric, slot, value from (${hiddenFrom(authorId)}) as hidden where ${which}`;

function within(subjects: SQL, { metrics, from, to }: Span): SQL {
  const after = from === null ? sql`` : sql`and slot >= ${from.toISOString()}::timestamptz`;
  return sql`subject_id = ${subjects} and metric = any(${texts(metrics)}) and slot < ${to.toISOString()}::timestamptz ${after}`;
}

/** All that was counted of one subject before a moment, by metric. */
export async function findTotals(
  db: Db,
  subjectId: string,
  { metrics, to }: { metrics: readonly StoredMetric[]; to: Date },
): Promise<Map<StoredMetric, number>> {
  const rows = await db.execute<{ metric: StoredMetric; value: number }>(sql`
    select metric, sum(value)::float8 as value
    from (${storedValues(sql`${subjectId}::uuid`, { metrics, from: null, to })}) as counted group by metric`);
  return new Map(rows.map(({ metric, value }) => [metric, value]));
}

type Ranked = { metric: StoredMetric; bounds: Bounds; limit: number };

/** So many of somebody's posts are looked at, the latest of a window. */
const MOST_POSTS = 10_000;

/**
 * Somebody's posts with the most of a metric in a window, as they see it, those with none left out; of equals the newer
 * first. Of who published more than 10,000, the latest are looked at.
 */
export async function findTopPosts(
  db: Db,
  authorId: string,
  { metric, bounds, limit }: Ranked,
): Promise<{ postId: string; value: number }[]> {
  const span = spanOf(bounds, [metric]);
  const rows = await db.execute<{ postId: string; value: number }>(sql`
    with own as materialized (
      select id, created_at from ${postRefs}
      where author_id = ${authorId} and state = 'LIVE' and created_at < ${bounds.end.toISOString()}::timestamptz
      order by created_at desc, id desc limit ${MOST_POSTS}
    )
    select own.id as "postId", sum(counted.value)::integer as value
    from (
      select stored.subject_id, stored.value from own, lateral (${storedValues(sql`own.id`, span)}) as stored
      union all
      select subject_id, value from (${hiddenValues(authorId, within(sql`any(array(select id from own))`, span))}) as hidden
    ) as counted join own on own.id = counted.subject_id
    group by own.id, own.created_at having sum(counted.value) > 0
    order by sum(counted.value) desc, own.created_at desc, own.id desc limit ${limit}`);
  return [...rows];
}

export type HourOfWeek = { weekday: number; hour: number; engagements: number };
type Busy = { metrics: readonly StoredMetric[]; bounds: Bounds; timeZone: string; limit: number };

/** The hours of the week (1 is Monday) in which most happened with somebody's posts in a window, in its time zone. */
export async function findBusyHours(
  db: Db,
  authorId: string,
  { metrics, bounds, timeZone, limit }: Busy,
): Promise<HourOfWeek[]> {
  const asked = { span: spanOf(bounds, metrics), viewerId: authorId };
  const rows = await db.execute<HourOfWeek>(sql`
    select extract(isodow from local)::integer as weekday, extract(hour from local)::integer as hour,
      sum(value)::integer as engagements
    from (${seenValues(sql`${authorId}::uuid`, asked)}) as counted,
      lateral (select slot at time zone ${timeZone} as local) as here
    group by 1, 2 having sum(value) > 0 order by 3 desc, 1, 2 limit ${limit}`);
  return [...rows];
}

const spanOf = ({ starts, end }: Bounds, metrics: readonly StoredMetric[]): Span => ({
  metrics,
  from: starts[0] ?? end,
  to: end,
});

// Trap: Drizzle hands arrays of times on as they are, and they cannot be sent.
const times = (moments: readonly Date[]): SQL => sql`${texts(moments.map((at) => at.toISOString()))}::timestamptz[]`;
