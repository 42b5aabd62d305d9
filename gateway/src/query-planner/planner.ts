import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { PlanAnswer, PlanRequest } from './messages.ts';
import { type PlanLimits, planWithinLimits } from './plan-within-limits.ts';
import { startPlannerThread } from './planner-thread.ts';
import { rememberRefused } from './refused-operations.ts';

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
  /** Apollo's own settings. */
  config?: Omit<QueryPlannerConfig, 'cache'>;
};

/**
 * Of how many possible plans the best is looked for. Apollo's 10,000 takes 10 to 20 times longer than this where many
 * subgraphs share fields, and finds plans with as many fetches.
 */
const MAX_EVALUATED_PLANS = 1_000;

const DEFAULTS = { timeLimitMs: 1_000, memoryLimitMb: 512, maxWaiting: 500, maxWaitMs: 3_000, config: {} };

type Waiting = PromiseWithResolvers<QueryPlan> & { request: PlanRequest; since: number };

/** Starts a planner for a supergraph in a thread of its own; rejects with the reason when the supergraph is not usable. */
export async function createPlanner(
  sdl: string,
  options: PlannerOptions = {},
): Promise<{ planner: Planner; apiSdl: string }> {
  const { maxWaiting, maxWaitMs, config, ...limits } = { ...DEFAULTS, ...options };
  const start = () =>
    startPlannerThread({ sdl, config: { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS }, ...config } });
  let thread = await start();
  const { apiSdl } = thread;
  const refused = rememberRefused();
  const waiting: Waiting[] = [];
  let working: Promise<void> | undefined;
  let isClosed = false;

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await serve(next);
    working = undefined;
  }

  async function serve({ request, since, resolve, reject }: Waiting): Promise<void> {
    try {
      if (refused.has(request)) throw tooComplex();
      // Nobody waits for the answer any more, and those behind it should not wait for the plan.
      if (performance.now() - since > maxWaitMs) throw unavailable();
      if (!thread.isAlive()) thread = await start();
      const answer = await planWithinLimits(limits, thread, request);
      if (answer.kind === 'too complex') refused.add(request);
      resolve(planOf(answer));
    } catch (error) {
      reject(isClosed ? unavailable() : error);
    }
  }

  const planner: Planner = {
    async plan(request) {
      if (refused.has(request)) throw tooComplex();
      if (isClosed || waiting.length >= maxWaiting) throw unavailable();
      const asked = { request, since: performance.now(), ...Promise.withResolvers<QueryPlan>() };
      waiting.push(asked);
      working ??= work();
      return asked.promise;
    },
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(unavailable());
      await thread.stop();
      await working;
      await thread.stop();
    },
  };
  return { planner, apiSdl };
}

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

const unavailable = () =>
  new GraphQLError('Too many new operations arrive at once. Try again.', {
    extensions: { code: 'SERVICE_UNAVAILABLE', http: { status: 503 } },
  });
