import { analyticsOfPlatform, timelineOf } from '../analytics/analytics.service.ts';
import { seriesOf } from '../analytics/timeline.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { activeUsersOf, retentionOf, totalsOf } from './platform.service.ts';

export const platformResolvers: Resolvers = {
  Query: {
    platformAnalytics: (_, args) => analyticsOfPlatform(args),
  },

  PlatformAnalytics: {
    series: async (analytics, { metrics }, context) => seriesOf(await timelineOf(context, analytics), metrics),
    activeUsers: (analytics, _, context) => activeUsersOf(context, analytics),
    retention: (analytics, { cohorts }, context) => retentionOf(context, analytics, cohorts ?? 8),
    totals: (analytics, _, context) => totalsOf(context, analytics),
  },
};
