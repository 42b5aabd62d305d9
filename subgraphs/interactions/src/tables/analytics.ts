import { time } from '@nexus/kit/columns';
import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('interactions');

/** What one value of a series says: of which post or person (or of all: `PLATFORM`), what, and in which quarter of an hour. */
const seriesKey = () => ({
  subjectId: uuid('subject_id').notNull(),
  metric: text().notNull(),
  slot: time('slot').notNull(),
});

/**
 * How many facts there are of a kind, by the quarter of an hour (UTC) in which they happened: days begin on one in every
 * time zone in use. The database keeps it: whoever adds or removes a fact changes its series in the same transaction.
 */
export const series = schema.table('series', { ...seriesKey(), value: integer().notNull() }, (table) => [
  primaryKey({ columns: [table.subjectId, table.metric, table.slot] }),
  index('series_empty').on(table.subjectId).where(sql`${table.value} = 0`),
]);

/** Changes of series that are still to be folded into them; a series is its rows and these. */
export const seriesDeltas = schema.table(
  'series_delta',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ...seriesKey(),
    value: integer().notNull(),
  },
  (table) => [index('series_delta_subject').on(table.subjectId)],
);

/** Where series, with what is not folded yet, are not what a recount of the facts gives; what is settled is not recounted. */
export const wrongSeries = schema
  .view('wrong_series', { ...seriesKey(), kept: integer().notNull(), truth: integer().notNull() })
  .existing();

/** Whom a post was shown to on which day (UTC): the first time that day counts. After 90 days that is settled, and goes. */
export const impressions = schema.table(
  'impression',
  {
    postId: uuid('post_id').notNull(),
    viewerId: uuid('viewer_id').notNull(),
    day: date().notNull(),
    surface: text().$type<'HOME' | 'EXPLORE' | 'PROFILE' | 'SEARCH' | 'DETAIL' | 'HASHTAG'>().notNull(),
    /** How long it was in sight, where the client says so. */
    dwellMs: integer('dwell_ms'),
    /** The viewer had not been shown it on any day before, as far as that is known. */
    isFirst: boolean('is_first').notNull(),
    /** The viewer followed the author at that time. */
    isByFollower: boolean('is_by_follower').notNull(),
    seenAt: time('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.viewerId, table.day] }),
    index('impression_day').on(table.day),
    index('impression_viewer').on(table.viewerId, table.seenAt, table.postId),
  ],
);

/**
 * On which days (UTC) somebody did or saw anything; a day stays when what they did is taken back. After 800 days it goes,
 * but for everybody's first.
 */
export const activeDays = schema.table(
  'active_day',
  { userId: uuid('user_id').notNull(), day: date().notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.day] }), index('active_day_day').on(table.day)],
);

/** How many people other than its author did something with a post, as it was told last; not of deleted posts. */
export const engagements = schema.table(
  'engagement',
  {
    postId: uuid('post_id').primaryKey(),
    reactors: integer().notNull().default(0),
    commenters: integer().notNull().default(0),
    sharers: integer().notNull().default(0),
    version: integer().notNull().default(0),
    /** It may have changed since. */
    isDue: boolean('is_due').notNull(),
    /** Before then it is not counted anew: what many say something under takes long to count. */
    restsUntil: time('rests_until'),
  },
  (table) => [index('engagement_due').on(table.postId).where(sql`${table.isDue}`)],
);

/** The subject of what is counted of all posts and people together. */
export const PLATFORM = '00000000-0000-0000-0000-000000000000';
