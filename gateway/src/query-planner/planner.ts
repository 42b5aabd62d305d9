import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';
import { codeOf } from '@nexus/kit/reasons';
import { GraphQLError } from 'graphql';
import type { PlanAnswer, PlanRequest } from './messages.ts';
import { type PlannerThread, startPlannerThread } from './planner-thread.ts';
import { rememberRefused } from './refused-operations.ts';

export type { PlanRequest };

export type Planner = {
  /** Rejects with a GraphQLError whose `extensions.code` says why there is no plan. */
  plan(request: PlanRequest): Promise<QueryPlan>;
  /** Refuses what still waits and ends the thread. */
  close(): Promise<void>;
};

export type PlannerOptions = {
  /** What one plan may take, in milliseconds; default 1,000. */
  timeLimitMs?: number;
  /** How many operations may wait to be planned; default 500. */
  maxWaiting?: number;
  /** The heap of the thread, in megabytes; default 512. */
  memoryMb?: number;
  /** Apollo's own settings. */
  config?: Omit<QueryPlannerConfig, 'cache'>;
};

const TOO_COMPLEX: PlanAnswer = { kind: 'too complex' };

type Waiting = PromiseWithResolvers<QueryPlan> & { request: PlanRequest };

/** Starts a planner for a supergraph in a thread of its own; rejects with the reason when the supergraph is not usable. */
export async function createPlanner(
  sdl: string,
  { timeLimitMs = 1_000, maxWaiting = 500, memoryMb = 512, config = {} }: PlannerOptions = {},
): Promise<{ planner: Planner; apiSdl: string }> {
  const start = () => startPlannerThread({ sdl, config }, memoryMb);
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

  async function serve({ request, resolve, reject }: Waiting): Promise<void> {
    try {
      if (refused.has(request)) throw tooComplex();
      if (!thread.isAlive()) thread = await start();
      const answer = await planWithin(thread, request, timeLimitMs);
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
      const asked = { request, ...Promise.withResolvers<QueryPlan>() };
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

/** What a thread answers in time; one that takes longer, or dies of the operation, is gone afterwards. */
async function planWithin(thread: PlannerThread, request: PlanRequest, limitMs: number): Promise<PlanAnswer> {
  const { promise: overdue, resolve } = Promise.withResolvers<void>();
  // Not at once: if it was this thread that was busy, the answer may already be there.
  const clock = setTimeout(() => setImmediate(resolve), limitMs);
  const planned = thread.plan(request).catch(refuseIfOutOfMemory);
  const answer = await Promise.race([planned, overdue]).finally(() => clearTimeout(clock));
  if (answer) return answer;
  planned.catch(() => undefined);
  await thread.stop();
  return TOO_COMPLEX;
}

function refuseIfOutOfMemory(error: unknown): PlanAnswer {
  if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') return TOO_COMPLEX;
  throw error;
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
