import {
  ANALYTICS_FORMATS,
  type AnalyticsAnswer,
  type AnalyticsFormat,
  type AnalyticsQuestion,
  analyticsQuestion,
} from '@nexus/contracts/analytics-file';
import { tryDecodeId } from '@nexus/contracts/ids';
import type { FastifyInstance } from 'fastify';
import { type Points, takePointsOverHttp } from '../protection/points.ts';
import type { Identify } from '../viewer/access-token.ts';
import { HttpRefusal } from './http-errors.ts';

/** Somebody's analytics as a file; undefined where the post is not theirs. */
export type ReadAnalytics = (asked: AnalyticsQuestion) => Promise<AnalyticsAnswer | undefined>;

type AnalyticsRoute = { identify: Identify; read: ReadAnalytics; points: Points | undefined };
type Query = { post?: unknown; from?: unknown; to?: unknown; granularity?: unknown; timeZone?: unknown };

/** As an operation costs that asks for all series of a week by the hour. */
const COST = 1_400;

const TYPES: Readonly<Record<AnalyticsFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const USAGE =
  'Ask with ?from=2026-08-01T00:00:00Z&to=2026-09-01T00:00:00Z, and granularity, timeZone and post as needed.';

/** Gives people their analytics as a file: `/analytics.csv` and `/analytics.json`, of all or of one post (`?post=`). */
export function addAnalytics(app: FastifyInstance, { identify, read, points }: AnalyticsRoute): void {
  for (const format of ANALYTICS_FORMATS) {
    app.get<{ Querystring: Query }>(`/analytics.${format}`, async ({ headers, query }, reply) => {
      const viewer = await identify(headers.authorization);
      if (!viewer) throw new HttpRefusal({ status: 401, code: 'UNAUTHENTICATED', message: 'Sign in first.' });
      const question = readQuestion(query, { userId: viewer.id, format });
      if (points) await takePointsOverHttp(points, viewer.id, COST);
      const answer = await read(question);
      if (!answer) return reply.callNotFound();
      if ('refusal' in answer) throw badRequest(answer.refusal);
      return await reply
        .header('content-type', TYPES[format])
        .header('content-disposition', `attachment; filename="nexus-analytics.${format}"`)
        .header('cache-control', 'private, no-store')
        .send(answer.file);
    });
  }
}

function readQuestion(query: Query, asker: { userId: string; format: AnalyticsFormat }): AnalyticsQuestion {
  const { post, from, to, granularity = 'DAY', timeZone = 'UTC' } = query;
  const id = typeof post === 'string' ? tryDecodeId(post) : undefined;
  if (post !== undefined && id?.kind !== 'post') throw badRequest('post is no post id.');
  const read = analyticsQuestion.safeParse({ ...asker, postId: id?.uuid ?? null, from, to, granularity, timeZone });
  if (!read.success) throw badRequest(`${read.error.issues[0]?.path.join('.')} cannot be read. ${USAGE}`);
  return read.data;
}

const badRequest = (message: string) => new HttpRefusal({ status: 400, code: 'BAD_REQUEST', message });
