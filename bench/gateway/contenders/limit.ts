import { deepStrictEqual } from 'node:assert/strict';
import { askOnce } from '../answers-agree.ts';
import { nextMessage } from '../child.ts';
import type { Fetch } from '../graph/fetches.ts';
import { SUBGRAPHS } from '../graph/names.ts';
import type { Graph } from '../graph/start.ts';
import type { OperationName } from '../operations.ts';
import type { RunningContender } from './contenders.ts';
import type { LimitPlan } from './limit-process.ts';

/** What the limit needs to know: how one gateway fetches an operation, and its answer. */
export type Lesson = { recorded: Fetch[]; answer: string };

/** Records how a gateway answers an operation. */
export async function learnFrom(model: RunningContender, graph: Graph, operation: OperationName): Promise<Lesson> {
  // Planned and warm, so that only fetches take time.
  await askOnce(model.url, operation);
  return recordFetches(model, graph, operation);
}

/** Teaches the limit an operation and makes sure that it sends the same fetches as the gateway it learnt from. */
export async function teach(limit: RunningContender, graph: Graph, lesson: Lesson & { operation: OperationName }) {
  const plan: LimitPlan = { waves: wavesOf(lesson.recorded, graph.ports), answer: lesson.answer };
  const ready = nextMessage(limit.child);
  limit.child.process.send(plan);
  await ready;
  const { recorded } = await recordFetches(limit, graph, lesson.operation);
  deepStrictEqual(bodiesOf(recorded), bodiesOf(lesson.recorded), 'The limit makes other fetches than the gateway.');
}

async function recordFetches(gateway: RunningContender, graph: Graph, operation: OperationName): Promise<Lesson> {
  await graph.take();
  graph.record();
  const answer = await askOnce(gateway.url, operation);
  const { recorded } = await graph.take();
  return { recorded, answer };
}

const bodiesOf = (recorded: readonly Fetch[]): string[] =>
  recorded.map(({ subgraph, body }) => `${subgraph} ${body}`).sort();

/** Groups fetches that overlap: one begins a wave when another of the last wave had ended before. */
function wavesOf(recorded: readonly Fetch[], ports: readonly number[]): LimitPlan['waves'] {
  const urls = new Map<string, string>(SUBGRAPHS.map((name, at) => [name, `http://127.0.0.1:${ports[at]}/graphql`]));
  const waves: Fetch[][] = [];
  for (const fetch of recorded.toSorted((one, other) => one.startedAt - other.startedAt)) {
    const last = waves.at(-1);
    if (last?.every(({ endedAt }) => endedAt > fetch.startedAt)) last.push(fetch);
    else waves.push([fetch]);
  }
  return waves.map((wave) => wave.map(({ subgraph, body }) => ({ url: urls.get(subgraph) ?? '', body })));
}
