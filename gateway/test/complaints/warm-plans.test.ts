import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { replaceable } from '../executor/small-graph.ts';
import { FEED } from './feed.ts';
import { startGatewayOn, startHttpGraph } from './http-graph.ts';

const OPERATIONS = ['{ feed { text } }', '{ first { author { name } } }', '{ first { replies { author { badge } } } }'];

test('a new supergraph meets no cold plans', async () => {
  await using graph = await startHttpGraph(FEED);
  const supergraph = replaceable(graph.supergraph());
  await using gateway = await startGatewayOn('', { supergraph });
  for (const operation of OPERATIONS) await gateway.ask(operation);
  const badges = { ...FEED.badges, sdl: FEED.badges.sdl.replace('badge:', 'rank: Int badge:') };

  supergraph.replace(graph.supergraph({ ...FEED, badges }));
  await expect.poll(() => gateway.ask('{ first { author { rank } } }'), { timeout: 20_000 }).toHaveProperty('data');
  // Each message to a planner's thread is an operation to plan.
  using planning = vi.spyOn(Worker.prototype, 'postMessage');
  const answers = await Promise.all(OPERATIONS.map((operation) => gateway.ask(operation)));

  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
  expect(planning).not.toHaveBeenCalled();
  await gateway.ask('{ first { id } }');
  expect(planning).toHaveBeenCalledOnce();
});
