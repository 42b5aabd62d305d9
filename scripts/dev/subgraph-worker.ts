import { Worker } from 'node:worker_threads';
import type { SubgraphAnswer, SubgraphJob, SubgraphTask } from './subgraph-messages.ts';

const BODY = new URL('./subgraph-thread.ts', import.meta.url);

export type SubgraphWorker = {
  isAlive(): boolean;
  /** Rejects when the thread has ended. */
  ask(task: SubgraphTask): Promise<SubgraphAnswer>;
  /** Lets every version do to its end what it does, then ends. */
  end(): Promise<void>;
};

type Waiting = Map<string, PromiseWithResolvers<SubgraphAnswer>>;

/** Starts a thread that can run versions of a subgraph. */
export function startSubgraphWorker(job: SubgraphJob): SubgraphWorker {
  const worker = new Worker(BODY, { name: job.name, workerData: job });
  const waiting: Waiting = new Map();
  let isAlive = true;
  let isEnding = false;
  const leave = (reason: Error) => {
    isAlive = false;
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
  };
  worker.on('message', (answer: SubgraphAnswer) => hear(waiting, answer));
  worker.on('error', (error) => {
    console.error(`${job.name} has crashed. It starts again when something of it is saved.`, error);
    leave(error);
  });
  worker.on('exit', (code) => {
    if (isAlive && !isEnding)
      console.error(`${job.name} has ended itself (${code}). It starts again when something of it is saved.`);
    leave(new Error(`${job.name} has ended.`));
  });

  function ask(task: SubgraphTask): Promise<SubgraphAnswer> {
    if (!isAlive) return Promise.reject(new Error(`${job.name} has ended.`));
    const asked = Promise.withResolvers<SubgraphAnswer>();
    waiting.set(`${task.kind} ${task.id}`, asked);
    worker.postMessage(task);
    return asked.promise;
  }

  async function end(): Promise<void> {
    isEnding = true;
    await ask({ kind: 'keep', id: undefined }).catch(() => undefined);
    await worker.terminate();
  }

  return { isAlive: () => isAlive, ask, end };
}

function hear(waiting: Waiting, answer: SubgraphAnswer): void {
  const key = `${answer.kind === 'kept' ? 'keep' : 'load'} ${answer.id}`;
  waiting.get(key)?.resolve(answer);
  waiting.delete(key);
}
