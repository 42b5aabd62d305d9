import { HeaderMap } from '@apollo/server';
import { type Budget, createLeakyBucket, type LeakyBucket } from '@nexus/kit/leaky-bucket';
import type { Logger } from '@nexus/kit/log';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../http/request-context.ts';

/** What each viewer may spend; counted in Redis where its URL is given. */
export type PointsConfig = Budget & { redisUrl?: string | undefined };

export type Points = { bucket: LeakyBucket; budget: Budget };

/** Opens the count of everybody's budgets; `bucket.close()` ends it. */
export function openPoints({ redisUrl, ...budget }: PointsConfig, logger: Logger): Points {
  return { bucket: createLeakyBucket(budget, redisUrl, logger), budget };
}

/** Whose points an operation takes: the signed-in viewer's, else the address's. */
export const payerOf = ({ viewer, client }: RequestContext): string => viewer?.id ?? client.ip;

/** Takes the cost of an operation, from one point to a whole budget, and returns what is left; else RATE_LIMITED. */
export async function takePoints({ bucket, budget }: Points, payer: string, cost: number): Promise<number> {
  const points = Math.min(Math.max(1, cost), budget.maximum);
  const { isTaken, available } = await bucket.take(payer, points);
  if (isTaken) return available;
  throw rateLimited(points, Math.ceil((points - available) / budget.pointsPerSecond));
}

function rateLimited(points: number, seconds: number): GraphQLError {
  const message = `This operation takes ${points} points, more than you have left. Try again in ${seconds} s.`;
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) };
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds, http } });
}
