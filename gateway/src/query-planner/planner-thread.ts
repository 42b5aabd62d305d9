import { Worker } from 'node:worker_threads';
import type { PlanAnswer, PlannerAnswer, PlannerJob, PlanRequest } from './messages.ts';

const BODY = new URL('./planner-worker.ts', import.meta.url);

/** A thread that holds one supergraph and plans one operation at a time. */
export type PlannerThread = {
  /** The API schema as SDL. */
  apiSdl: string;
  isAlive(): boolean;
  /** Rejects when the thread dies of it, e.g. out of memory. */
  plan(request: PlanRequest): Promise<PlanAnswer>;
  stop(): Promise<void>;
};

/** Starts a thread on a supergraph; rejects with the reason when the supergraph is not usable. */
export async function startPlannerThread(job: PlannerJob, memoryMb: number): Promise<PlannerThread> {
  const worker = new Worker(BODY, {
    name: 'query-planner',
    workerData: job,
    // Nothing of how the process was started or configured matters to planning.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const { isAlive, next } = listenTo(worker);
  const stop = async () => void (await worker.terminate());
  const answer = await next();
  if (answer.kind === 'ready') return { apiSdl: answer.apiSdl, isAlive, plan, stop };
  await stop();
  throw new Error(answer.kind === 'unusable' ? answer.reason : `The planner began with "${answer.kind}".`);

  async function plan(request: PlanRequest): Promise<PlanAnswer> {
    const answered = next();
    worker.postMessage(request);
    const planned = await answered;
    if (planned.kind === 'ready' || planned.kind === 'unusable') throw new Error('The planner started twice.');
    return planned;
  }
}

/** The messages of a worker, awaited one by one. It keeps the process alive only while one is awaited. */
function listenTo(worker: Worker) {
  let isAlive = true;
  let awaited: PromiseWithResolvers<PlannerAnswer> | undefined;
  worker.on('message', (answer: PlannerAnswer) => awaited?.resolve(answer));
  worker.on('error', (error) => awaited?.reject(error));
  worker.on('exit', () => {
    isAlive = false;
    awaited?.reject(new Error('The planner thread ended.'));
  });
  const next = () => {
    awaited = Promise.withResolvers<PlannerAnswer>();
    worker.ref();
    return awaited.promise.finally(() => worker.unref());
  };
  return { isAlive: () => isAlive, next };
}
