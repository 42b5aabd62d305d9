import { HeaderMap } from '@apollo/server';
import { type Budget, createLeakyBucket, type LeakyBucket } from '@nexus/kit/leaky-bucket';
import type { Logger } from '@nexus/kit/log';
import { networkOf } from '@nexus/kit/network';
import { GraphQLError } from 'graphql';
import { HttpRefusal } from '../http/http-errors.ts';
import type { RequestContext } from '../http/request-context.ts';

/** What each viewer may spend; counted in Redis where its URL is given. */
export type PointsConfig = Budget & { redisUrl?: string | undefined };

export type Points = { bucket: LeakyBucket; budget: Budget };

/** Opens the count of everybody's budgets; `bucket.close()` ends it. */
export function openPoints({ redisUrl, ...budget }: PointsConfig, logger: Logger): Points {
  return { bucket: createLeakyBucket(budget, redisUrl, logger), budget };
}

/** What an operation costs if every page is full, and what its answer came to. */
type Costs = { requested: number; actual: number };

/** Whose points an operation takes: the signed-in viewer's, else the network's. */
export const payerOf = ({ viewer, client }: RequestContext): string => viewer?.id ?? networkOf(client.ip);

/** The share of its requested cost that an operation takes even if nothing comes of it: it was planned, and run. */
const LEAST_SHARE = 0.1;

/** Takes the cost of an operation, from one point to a whole budget, and returns what is left; else RATE_LIMITED. */
export async function takePoints(points: Points, payer: string, cost: number): Promise<number> {
  const paid = await pay(points, payer, cost);
  if ('available' in paid) return paid.available;
  throw rateLimited(paid);
}

/** The same for what is asked for by a route of its own. */
export async function takePointsOverHttp(points: Points, payer: string, cost: number): Promise<void> {
  const paid = await pay(points, payer, cost);
  if ('available' in paid) return;
  const headers = { 'retry-after': String(paid.seconds) };
  throw new HttpRefusal({ status: 429, code: 'RATE_LIMITED', message: sentenceOf('file', paid), headers });
}

/** What is missing: how many points it takes, and in how many seconds they are there. */
type Missing = { points: number; seconds: number };

async function pay({ bucket, budget }: Points, payer: string, cost: number): Promise<{ available: number } | Missing> {
  const points = pointsOf(cost, budget);
  const { isTaken, available } = await bucket.take(payer, points);
  return isTaken ? { available } : { points, seconds: Math.ceil((points - available) / budget.pointsPerSecond) };
}

/** Gives back what an operation was too dear by, down to a tenth of what was taken, and returns what is left. */
export async function returnPoints(
  { bucket, budget }: Points,
  payer: string,
  { requested, actual }: Costs,
): Promise<number> {
  const taken = pointsOf(requested, budget);
  const due = Math.max(pointsOf(actual, budget), Math.ceil(taken * LEAST_SHARE));
  const { available } = await bucket.take(payer, Math.min(0, due - taken));
  return available;
}

const pointsOf = (cost: number, { maximum }: Budget): number => Math.min(Math.max(1, cost), maximum);

const sentenceOf = (what: string, { points, seconds }: Missing) =>
  `This ${what} takes ${points} points, more than you have left. Try again in ${seconds} s.`;

function rateLimited({ points, seconds }: Missing): GraphQLError {
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) };
  return new GraphQLError(sentenceOf('operation', { points, seconds }), {
    extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds, http },
  });
}
