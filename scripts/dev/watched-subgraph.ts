import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@nexus/gateway/composition/problem';
import { reasonOf } from '@nexus/kit/reasons';
import type { SubgraphJob } from './subgraph-messages.ts';
import { type SubgraphWorker, startSubgraphWorker } from './subgraph-worker.ts';

/** A version of a subgraph that runs and is asked by nobody yet. */
export type Candidate = { id: number; url: string; problems: Problem[] };

export type WatchedSubgraph = {
  name: string;
  /** Where it answers now; waits for a version that is on its way. */
  url(): Promise<string>;
  /** Changes with each version that serves. */
  version(): string;
  /** Starts it as it is in its files, beside the one that serves; a Problem says why it does not. */
  load(change: { changed: readonly string[]; schema: { file: string; text: string } }): Promise<Candidate | Problem>;
  /** From now on this one serves. */
  take(candidate: Candidate): void;
  /** The one that served before goes on to serve. */
  refuse(): void;
  stop(): Promise<void>;
};

/** Imports leave what they replace in memory: after so many a thread begins anew. */
const MAX_LOADS = 150;

type Setting = SubgraphJob & { folder: string };

/** A subgraph that is run from its source in a thread, one version after the other; `folder` is for copies of schemas. */
export function watchSubgraph({ folder, ...job }: Setting): WatchedSubgraph {
  let thread = startSubgraphWorker(job);
  /** Where the next version runs; mostly in the same thread. */
  let next = thread;
  let loads = 0;
  let serving: Candidate | undefined;
  let settled: PromiseWithResolvers<void> | undefined;

  async function load(change: Change): Promise<Candidate | Problem> {
    settled ??= Promise.withResolvers();
    const id = ++loads;
    next = thread.isAlive() && id % MAX_LOADS !== 0 ? thread : startSubgraphWorker(job);
    const copy = join(folder, `${job.name}-${id}.graphql`);
    return await loadIn(next, { ...change, id, copy }).finally(() => rm(copy, { force: true }));
  }

  /** Whichever thread is not needed ends; of the other, all versions but the one that serves. */
  function settle(kept: SubgraphWorker): void {
    for (const one of new Set([thread, next])) if (one !== kept) void one.end();
    thread = kept;
    next = kept;
    void kept.ask({ kind: 'keep', id: serving?.id }).catch(() => undefined);
    settled?.resolve();
    settled = undefined;
  }

  return {
    name: job.name,
    async url() {
      await settled?.promise;
      if (!serving) throw new Error(`${job.name} does not run.`);
      return serving.url;
    },
    version: () => String(serving?.id),
    load,
    take(candidate) {
      serving = candidate;
      settle(next);
    },
    refuse: () => settle(thread),
    stop: () => thread.end(),
  };
}

type Change = Parameters<WatchedSubgraph['load']>[0];

async function loadIn(
  worker: SubgraphWorker,
  { id, changed, schema, copy }: Change & { id: number; copy: string },
): Promise<Candidate | Problem> {
  try {
    await writeFile(copy, schema.text);
    const answer = await worker.ask({ kind: 'load', id, changed, schema: { file: schema.file, copy } });
    if (answer.kind === 'loaded') return answer;
    return answer.kind === 'failed' ? answer.problem : crashed(`It answered "${answer.kind}".`);
  } catch (error) {
    return crashed(reasonOf(error));
  }
}

const crashed = (message: string): Problem => ({ level: 'error', code: 'CRASHED', message, places: [] });
