import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { StartupError } from '@nexus/kit/startup-error';
import type { CompositionAnswer } from './composition-worker.ts';

const BODY = new URL('./composition-worker.ts', import.meta.url);

/** Composes the subgraphs of a supergraph.yaml in a thread of its own; a StartupError says in one line why it cannot. */
export async function composeInThread(configFile: string): Promise<string> {
  const worker = new Worker(BODY, { name: 'composition', workerData: configFile, execArgv: [], env: {} });
  const [answer]: CompositionAnswer[] = await once(worker, 'message').finally(() => worker.terminate());
  if (answer && 'supergraph' in answer) return answer.supergraph;
  throw new StartupError(answer?.reason ?? `${configFile} was not composed.`);
}
