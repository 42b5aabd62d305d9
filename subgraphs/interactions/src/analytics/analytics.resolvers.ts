import { readPage } from '@nexus/kit/pagination';
import type { Resolvers } from '../resolvers.generated.ts';
import { audienceOf, bestHoursOf, timelineOf, topPostsOf } from './analytics.service.ts';
import { engagementRateOf, fromFollowersRatioOf, seriesOf } from './timeline.ts';

export const analyticsResolvers: Resolvers = {
  PostAnalytics: {
    series: async (analytics, { metrics }, context) => seriesOf(await timelineOf(context, analytics), metrics),
    engagementRate: async (analytics, _, context) => engagementRateOf(await timelineOf(context, analytics)),
    fromFollowersRatio: async (analytics, _, context) => fromFollowersRatioOf(await timelineOf(context, analytics)),
  },

  AuthorAnalytics: {
    series: async (analytics, { metrics }, context) => seriesOf(await timelineOf(context, analytics), metrics),
    engagementRate: async (analytics, _, context) => engagementRateOf(await timelineOf(context, analytics)),
    fromFollowersRatio: async (analytics, _, context) => fromFollowersRatioOf(await timelineOf(context, analytics)),
    audience: (analytics, _, context) => audienceOf(context, analytics),
    topPosts: (analytics, { metric, first }, context) =>
      topPostsOf(context, analytics, { metric: metric ?? 'IMPRESSIONS', first: readPage({ first }).first }),
    bestHours: (analytics, { first }, context) => bestHoursOf(context, analytics, readPage({ first }).first),
  },

  TopPost: {
    post: ({ postId }, _, { loaders }) => loaders.post.load(postId),
  },
};
