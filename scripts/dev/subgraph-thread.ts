import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Subgraph } from '@nexus/contracts/agreement';
import type { Problem } from '@nexus/gateway/composition/problem';
import { createFreshModules, placeOfError } from './fresh-modules.ts';
import type { SubgraphAnswer, SubgraphJob, SubgraphTask } from './subgraph-messages.ts';
import { findUnruled } from './unruled-fields.ts';

// The body of a thread that runs one subgraph from its source. Trap: nothing of the product is imported here by a
// statement; it would stay as it was at first.
// Who starts the thread wrote this.
const job: SubgraphJob = workerData;
const modules = createFreshModules(job.root);
const running = new Map<number, () => Promise<void>>();
const source = pathToFileURL(join(job.root, 'subgraphs', job.name, 'src', 'subgraph.ts'));
let isPrepared = false;

parentPort?.on('message', (task: SubgraphTask) => void perform(task));

async function perform(task: SubgraphTask): Promise<void> {
  if (task.kind === 'load') return tell(await load(task).catch((error) => failed(task.id, error)));
  const ended = [...running].filter(([id]) => id !== task.id);
  for (const [id] of ended) running.delete(id);
  // What it still does, it does to its end.
  await Promise.allSettled(ended.map(([, stop]) => stop()));
  tell({ kind: 'kept', id: task.id });
}

const tell = (answer: SubgraphAnswer) => parentPort?.postMessage(answer);

type Load = Extract<SubgraphTask, { kind: 'load' }>;

async function load({ id, changed, schema }: Load): Promise<SubgraphAnswer> {
  modules.forget(changed);
  const subgraph = subgraphIn(await modules.load(source));
  const unruled = findUnruled(
    { name: job.name, file: schema.file, text: await readFile(schema.copy, 'utf8') },
    subgraph.guards,
  );
  const open = Object.fromEntries(unruled.map(({ coordinate }) => [coordinate, null]));
  if (!isPrepared || changed.some((file) => file.includes('/migrations/'))) await prepare(subgraph);
  const { url, stop } = await start({
    ...subgraph,
    schemaFile: pathToFileURL(schema.copy),
    guards: { ...open, ...subgraph.guards },
  });
  running.set(id, stop);
  return { kind: 'loaded', id, url, problems: unruled.map(({ problem }) => problem) };
}

function subgraphIn(exported: Record<string, unknown>): Subgraph<object> {
  const found = Object.values(exported).find(
    // What has a schema and resolvers is a subgraph; the type checker sees to the rest.
    (value): value is Subgraph<object> =>
      typeof value === 'object' && value !== null && 'schemaFile' in value && 'resolvers' in value,
  );
  if (!found) throw new Error(`subgraphs/${job.name}/src/subgraph.ts exports no subgraph.`);
  return found;
}

async function prepare(subgraph: Subgraph<object>): Promise<void> {
  const [{ prepareDatabase }, { agreement }] = await Promise.all([
    import('@nexus/kit/migrations'),
    import('@nexus/contracts/agreement'),
  ]);
  const { databaseUrl: adminUrl, secret } = job;
  await prepareDatabase({ adminUrl, secret, owners: [subgraph], catalog: agreement.catalog });
  isPrepared = true;
}

async function start(subgraph: Subgraph<object>): Promise<{ url: string; stop(): Promise<void> }> {
  const { databaseUrl, redisUrl, secret, neighbours, name } = job;
  const { startSubgraph } = await import('@nexus/kit/server');
  const { agreement } = await import('@nexus/contracts/agreement');
  const { createLogger } = await import('@nexus/kit/log');
  const { roleUrl } = await import('@nexus/kit/migrations');
  const { openHotStore } = await import('@nexus/kit/hot');
  const { NO_HOT_STORE } = await import('@nexus/kit/hot/store');
  const logger = createLogger(name, 'warn');
  // Without Redis only users knows what it does at once; others ask it.
  const hot = redisUrl === undefined && name !== 'users' ? NO_HOT_STORE : openHotStore({ redisUrl, logger });
  const started = await startSubgraph(subgraph, agreement, {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: roleUrl(databaseUrl, secret, name),
    redisUrl,
    hot,
    neighbours,
    secret,
    logger,
  }).catch(async (error) => {
    await hot.close();
    throw error;
  });
  return { url: started.url, stop: () => started.stop().finally(() => hot.close()) };
}

function failed(id: number, error: unknown): SubgraphAnswer {
  const given = error instanceof Error ? error : new Error(String(error));
  const place = placeOfError(given, job.root);
  const places = place ? [{ subgraph: job.name, ...place }] : [];
  const problem: Problem = { level: 'error', code: 'NOT_STARTED', message: given.message, places };
  return { kind: 'failed', id, problem };
}
