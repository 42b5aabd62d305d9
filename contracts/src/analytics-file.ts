import { z } from 'zod';

/** The route by which interactions gives the gateway somebody's analytics as a file, for them alone. */
export const ANALYTICS_PATH = '/internal/analytics';

export const ANALYTICS_FORMATS = ['csv', 'json'] as const;
export type AnalyticsFormat = (typeof ANALYTICS_FORMATS)[number];

/** Whose analytics, of one of their posts or all, and how: as `Viewer.analytics` and `Post.analytics` take it. */
export const analyticsQuestion = z.object({
  userId: z.uuid(),
  postId: z.uuid().nullable(),
  format: z.enum(ANALYTICS_FORMATS),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  granularity: z.enum(['HOUR', 'DAY', 'WEEK']),
  timeZone: z.string().max(100),
});

/** The file, or why there is none. */
export const analyticsAnswer = z.union([z.object({ file: z.string() }), z.object({ refusal: z.string() })]);

export type AnalyticsQuestion = z.infer<typeof analyticsQuestion>;
export type AnalyticsAnswer = z.infer<typeof analyticsAnswer>;
