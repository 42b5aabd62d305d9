import type { Metric } from '../resolvers.generated.ts';

/** What series count, as the database names it. */
export type StoredMetric =
  | 'impression'
  | 'follower_impression'
  | 'viewer'
  | 'reaction'
  | 'comment'
  | 'share'
  | 'bookmark'
  | 'follower'
  | 'post';

const STORED: Readonly<Record<Metric, StoredMetric>> = {
  IMPRESSIONS: 'impression',
  UNIQUE_VIEWERS: 'viewer',
  REACTIONS: 'reaction',
  COMMENTS: 'comment',
  SHARES: 'share',
  BOOKMARKS: 'bookmark',
  FOLLOWERS_GAINED: 'follower',
  POSTS: 'post',
};

/** Every metric, in the order in which an export has its columns. */
// Object.keys forgets what the keys are.
export const METRICS = Object.keys(STORED) as Metric[];

export const storedMetric = (metric: Metric): StoredMetric => STORED[metric];

/** What people do with a post beyond looking at it. */
export const ENGAGEMENT: readonly StoredMetric[] = ['reaction', 'comment', 'share', 'bookmark'];
