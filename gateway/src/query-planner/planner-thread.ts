import { Worker } from 'node:worker_threads';
import type { SupergraphDescription } from '../supergraph/describe-supergraph.ts';
import {
  type PlanAnswer,
  type PlannerAnswer,
  type PlannerJob,
  type PlannerTask,
  type PlanRequest,
  URGENT,
} from './messages.ts';

const BODY = new URL('./planner-worker.ts', import.meta.url);

/** A last resort: V8 ends the whole process when a thread runs into this limit too fast. */
const MAX_HEAP_MB = 4_096;

/** A thread that holds one supergraph and plans one operation at a time. */
export type PlannerThread = {
  isAlive(): boolean;
  /** What the heap grew by since the start, in megabytes with garbage; answers while the thread plans. */
  heapGrowthMb(): Promise<number>;
  /** The processor time that the thread has taken since its start, in milliseconds; answers while it plans. */
  processorMs(): Promise<number>;
  /** Rejects when the thread dies of it, e.g. out of memory. */
  plan(request: PlanRequest): Promise<PlanAnswer>;
  /** Ends the thread, and with it what is being planned. */
  stop(): Promise<void>;
  /** Gives up the supergraph; nothing is being planned. */
  leave(): Promise<void>;
};

/**
 * A thread on a supergraph: the one that another supergraph has left, which has its code loaded and optimized, or a new
 * one. Rejects with the reason when the supergraph is not usable, tells what it is otherwise.
 */
export async function startPlannerThread(job: PlannerJob): Promise<Started> {
  return takePreloaded(job.sdl) ?? (await load(job));
}

type Started = { thread: PlannerThread; description: SupergraphDescription };

async function load(job: PlannerJob): Promise<Started> {
  const running = takeSpare() ?? startWorker(job);
  const { worker, isAlive, ask } = running;
  const stop = async () => void (await worker.terminate());
  const answer = await ask({ kind: 'load', job });
  if (answer.kind !== 'ready') {
    await stop();
    throw new Error(answer.kind === 'unusable' ? answer.reason : `The planner began with "${answer.kind}".`);
  }
  const { description, heapBytes } = answer;
  return { thread: { isAlive, heapGrowthMb, processorMs, plan, stop, leave: () => leave(running) }, description };

  async function heapGrowthMb(): Promise<number> {
    const { used_heap_size: bytes } = await worker.getHeapStatistics();
    return (bytes - heapBytes) / 2 ** 20;
  }

  async function processorMs(): Promise<number> {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  }

  async function plan(request: PlanRequest): Promise<PlanAnswer> {
    const planned = await ask({ kind: 'plan', request });
    if (planned.kind === 'ready' || planned.kind === 'unusable') throw new Error('The planner started twice.');
    return planned;
  }
}

type RunningWorker = { worker: Worker; isAlive(): boolean; ask(task: PlannerTask): Promise<PlannerAnswer> };

/** A supergraph that is loaded before it is known whether it is needed; at most one. */
let preloaded: { sdl: string; starting: Promise<Started> } | undefined;

/** Loads a supergraph for the next one who starts a thread on it; undefined gives up the one before. */
export function preloadPlannerThread(job: PlannerJob | undefined): void {
  preloaded?.starting.then(
    ({ thread }) => thread.leave(),
    () => undefined,
  );
  preloaded = job && { sdl: job.sdl, starting: load(job) };
  // Whoever takes it is told why it is not usable.
  preloaded?.starting.catch(() => undefined);
}

function takePreloaded(sdl: string): Promise<Started> | undefined {
  if (preloaded?.sdl !== sdl) return undefined;
  const { starting } = preloaded;
  preloaded = undefined;
  return starting;
}

/** A thread without a supergraph; at most one is kept. */
let spare: RunningWorker | undefined;

function takeSpare(): RunningWorker | undefined {
  const taken = spare?.isAlive() ? spare : undefined;
  spare = undefined;
  return taken;
}

async function leave(left: RunningWorker): Promise<void> {
  if (spare?.isAlive() || !left.isAlive()) {
    await left.worker.terminate();
    return;
  }
  left.worker.postMessage({ kind: 'forget' } satisfies PlannerTask);
  spare = left;
}

function startWorker({ isUrgent }: PlannerJob): RunningWorker {
  const worker = new Worker(BODY, {
    name: 'query-planner',
    // Nothing of how the process was started or configured matters to planning.
    execArgv: [],
    env: {},
    workerData: isUrgent ? URGENT : undefined,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const { isAlive, next } = listenTo(worker);
  const ask = (task: PlannerTask) => {
    const answered = next();
    worker.postMessage(task);
    return answered;
  };
  return { worker, isAlive, ask };
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
