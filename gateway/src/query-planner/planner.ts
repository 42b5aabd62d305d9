import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { SupergraphDescription } from '../supergraph/describe-supergraph.ts';
import type { RunningThread } from './lane.ts';
import { createLanes } from './lanes.ts';
import type { PlanAnswer, PlannerJob, PlanRequest } from './messages.ts';
import { type PlanLimits, planWithinLimits } from './plan-within-limits.ts';
import { preloadPlannerThread, startPlannerThread } from './planner-thread.ts';
import { rememberRefused } from './refused-operations.ts';
import { createWaitingLine } from './waiting-line.ts';

export type { PlanRequest };

export type Planner = {
  /** Rejects with a GraphQLError whose `extensions.code` says why there is no plan. */
  plan(request: PlanRequest): Promise<QueryPlan>;
  /** Refuses what still waits and ends the thread. */
  close(): Promise<void>;
};

export type PlannerOptions = Partial<PlanLimits> & {
  /** How many operations may wait to be planned, and for how many milliseconds; default 500, 3,000. */
  maxWaiting?: number;
  maxWaitMs?: number;
  /** A new supergraph is waited for by whoever asks: it does not leave the processor to requests. Default false. */
  isUrgent?: boolean;
  /** Apollo's own settings. */
  config?: Omit<QueryPlannerConfig, 'cache'>;
};

/**
 * Of how many possible plans the best is looked for. Apollo's 10,000 takes 10 to 20 times longer than this where many
 * subgraphs share fields, and finds plans with as many fetches.
 */
export const MAX_EVALUATED_PLANS = 1_000;

const DEFAULTS = {
  timeLimitMs: 1_000,
  memoryLimitMb: 512,
  maxWaiting: 500,
  maxWaitMs: 3_000,
  isUrgent: false,
  config: {},
};

type Waiting = PromiseWithResolvers<QueryPlan> & { request: PlanRequest };

/**
 * Starts a planner for a supergraph in a thread of its own, which reads it for all others too; rejects with the reason when
 * the supergraph is not usable.
 */
export async function createPlanner(
  sdl: string,
  options: PlannerOptions = {},
): Promise<{ planner: Planner; description: SupergraphDescription }> {
  const { maxWaiting, maxWaitMs, isUrgent, config, ...limits } = { ...DEFAULTS, ...options };
  const job = jobOf(sdl, { isUrgent, config });
  const { thread, description } = await startPlannerThread(job);
  const start = async () => (await startPlannerThread(job)).thread;
  const refused = rememberRefused();
  const line = createWaitingLine(sizeOf);
  const lanes = createLanes({ line, sizeOf, serve, start }, thread);
  let isClosed = false;

  async function serve({ request, resolve, reject }: Waiting, running: RunningThread): Promise<void> {
    try {
      if (isClosed) throw unavailable();
      if (refused.has(request)) throw tooComplex();
      const answer = await planWithinLimits(limits, await running(), request);
      if (answer.kind === 'too complex') refused.add(request);
      resolve(planOf(answer));
    } catch (error) {
      reject(isClosed ? unavailable() : error);
    }
  }

  async function plan(request: PlanRequest) {
    if (refused.has(request)) throw tooComplex();
    if (isClosed || line.length() >= maxWaiting) throw unavailable();
    const asked = { request, ...Promise.withResolvers<QueryPlan>() };
    line.add(asked);
    const timer = setTimeout(() => line.leave(asked) && asked.reject(late()), maxWaitMs).unref();
    lanes.wake();
    return asked.promise.finally(() => clearTimeout(timer));
  }

  async function close(): Promise<void> {
    isClosed = true;
    await lanes.stop();
  }

  return { planner: { plan, close }, description };
}

function jobOf(sdl: string, { isUrgent = false, config = {} }: PlannerOptions): PlannerJob {
  return { sdl, isUrgent, config: { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS }, ...config } };
}

/** Loads a supergraph ahead, for a planner with the same options that may follow; undefined gives up the one before. */
export function preloadPlanner(sdl: string | undefined, options: PlannerOptions = {}): void {
  preloadPlannerThread(sdl === undefined ? undefined : jobOf(sdl, options));
}

const sizeOf = ({ request }: Waiting): number => request.document.length;

function planOf(answer: PlanAnswer): QueryPlan {
  if (answer.kind === 'plan') return answer.plan;
  if (answer.kind === 'too complex') throw tooComplex();
  if (answer.kind === 'refused') throw new GraphQLError(answer.message, { extensions: answer.extensions });
  throw Object.assign(new Error(answer.message), { stack: answer.stack });
}

const tooComplex = () =>
  new GraphQLError('The operation is too complex to plan. Ask for less at once.', {
    extensions: { code: 'OPERATION_TOO_COMPLEX', http: { status: 400 } },
  });

const unavailable = (reason = 'Too many new operations arrive at once. Try again.') =>
  new GraphQLError(reason, { extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } } });

const late = () => unavailable('The operation waited too long to be planned. Try again.');
