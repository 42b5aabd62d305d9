import { setPriority } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import {
  errorCauses,
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  type Schema,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { GraphQLError, parse } from 'graphql';
import { forGraphQLJs } from '../composition/api-schema.ts';
import { collectAll } from '../supergraph/collect-garbage.ts';
import { describeSupergraph } from '../supergraph/describe-supergraph.ts';
import { parseSupergraph } from '../supergraph/parse-supergraph.ts';
import { subgraphAddresses } from '../supergraph/subgraph-addresses.ts';
import {
  type PlanAnswer,
  type PlannerAnswer,
  type PlannerJob,
  type PlannerTask,
  type PlanRequest,
  type StartAnswer,
  URGENT,
} from './messages.ts';

/** A tenth of the share of a core that others have, and their turn before its own. */
const NICENESS = 10;

// The body of a planner thread: Apollo's planner is synchronous and may take seconds, which no request should wait for.
// On a core that they share, requests go first. Elsewhere this would be the niceness of the whole process.
const isUrgent = workerData === URGENT;
if (process.platform === 'linux' && !isUrgent) setPriority(NICENESS);
const nothingLoaded = (): PlanAnswer => ({ kind: 'failed', message: 'No supergraph is loaded.', stack: undefined });

/** Plans one operation over the supergraph that is loaded. */
let plan: (request: PlanRequest) => PlanAnswer = nothingLoaded;

parentPort?.on('message', perform);

function perform(task: PlannerTask): void {
  if (task.kind === 'forget') forget();
  else tell(task.kind === 'load' ? load(task.job) : plan(task.request));
}

function forget(): void {
  plan = nothingLoaded;
  // Nothing would make the thread do so while it waits for its next supergraph.
  collectAll();
}

function load({ sdl, config }: PlannerJob): StartAnswer {
  try {
    const document = parseSupergraph(sdl);
    // Of what is not composed, this says so in the fewest words.
    subgraphAddresses(document);
    const supergraph = Supergraph.build(document, {
      supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
      // Who is in a hurry has composed it a moment ago.
      validateSupergraph: !isUrgent,
    });
    const planner = lazily(() => new QueryPlanner(supergraph, config));
    // Who is in a hurry builds the schema meanwhile, and plans by and by.
    if (isUrgent) setImmediate(() => attempt(planner));
    else planner();
    const apiSchema = supergraph.apiSchema();
    plan = (request) => answer(planner, apiSchema, request);
    const description = describeSupergraph(document, forGraphQLJs(apiSchema));
    return { kind: 'ready', description, heapBytes: getHeapStatistics().used_heap_size };
  } catch (error) {
    return { kind: 'unusable', reason: reasonsOf(error) };
  }
}

function attempt(make: () => unknown): void {
  try {
    make();
  } catch {
    // It fails again for whoever asks for a plan, and tells them.
  }
}

function lazily<Made>(make: () => Made): () => Made {
  let made: { value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function tell(message: PlannerAnswer): void {
  parentPort?.postMessage(message);
}

function answer(planner: () => QueryPlanner, apiSchema: Schema, request: PlanRequest): PlanAnswer {
  const { document, operationName, overrides } = request;
  try {
    const parsed = parse(document, { noLocation: true });
    const operation = operationFromDocument(apiSchema, parsed, operationName === undefined ? {} : { operationName });
    const overrideConditions = new Map(Object.entries(overrides));
    return { kind: 'plan', plan: planner().buildQueryPlan(operation, { overrideConditions }) };
  } catch (error) {
    return refusalOf(error);
  }
}

/** The planner's own limits throw plain errors that differ only in their words; deep recursion ends the stack. */
const LIMIT = /^(Number of non-local selections exceeds|Exceeded maximum recursive selections)/;

function refusalOf(error: unknown): PlanAnswer {
  if (error instanceof GraphQLError) {
    return { kind: 'refused', message: error.message, extensions: { ...error.extensions } };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof RangeError || LIMIT.test(message)) return { kind: 'too complex' };
  return { kind: 'failed', message, stack };
}

/** Apollo's errors are trees; the leaves say what is wrong. */
function reasonsOf(error: unknown): string {
  const leaves = (error instanceof Error && errorCauses(error)) || [error];
  return leaves.map((leaf) => (leaf instanceof Error ? leaf.message : String(leaf)).split('\n', 1)[0]).join('; ');
}
