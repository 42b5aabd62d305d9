import { createLogger } from '@nexus/kit/log';
import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { createChangeover } from '../src/executor/changeover.ts';
import type { ResolvedOperation } from '../src/executor/operations.ts';
import type { Transport } from '../src/executor/transport.ts';
import type { Generation } from '../src/supergraph/generation.ts';
import { answerTo, ITEMS_ANSWER, itemsOperation, startSwapGraph } from './swap-graph.ts';

/** Counts the plans that are asked of a generation from now on. */
function countPlans({ planner }: Generation): () => number {
  const { plan } = planner;
  let count = 0;
  planner.plan = (request) => {
    count++;
    return plan(request);
  };
  return () => count;
}

function resolve(text: string): ResolvedOperation {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation.');
  return { document, operation, operationName: operation.name?.value, queryHash: text };
}

const transport =
  (): Transport<undefined> =>
  async ({ operation, variables }) => ({
    ...structuredClone(answerTo({ query: operation.text, variables: JSON.parse(variables) })),
    errors: [],
  });

async function startChangeover(sdl: string, maxWarmUp: number) {
  const taken: { generation: Generation; plans: () => number }[] = [];
  const options = {
    supergraphSdl: sdl,
    maxWarmUp,
    transport,
    logger: createLogger('test', 'silent'),
  };
  const changeover = createChangeover(options, (generation) =>
    taken.push({ generation, plans: countPlans(generation) }),
  );
  await changeover.serve(sdl);
  const ask = (number: number) =>
    changeover.current()?.execute({ resolved: resolve(itemsOperation(number)), variables: {}, context: undefined });
  return { ...changeover, taken, ask, [Symbol.asyncDispose]: changeover.stop };
}

test('the most recent operations are planned before a new supergraph takes over', async () => {
  await using graph = await startSwapGraph();
  await using gateway = await startChangeover(graph.supergraph(0), 10);
  for (let number = 0; number < 20; number++) await gateway.ask(number);

  await gateway.serve(graph.supergraph(1));
  for (let number = 10; number < 20; number++) await gateway.ask(number);
  const [before, after] = gateway.taken.map(({ plans }) => plans());
  await gateway.ask(0);

  expect([before, after]).toEqual([20, 0]);
  expect(gateway.taken[1]?.plans()).toBe(1);
});

test('an operation in flight ends on the supergraph it began on', async () => {
  await using graph = await startSwapGraph();
  await using gateway = await startChangeover(graph.supergraph(0), 10);

  const asked = gateway.ask(0);
  await gateway.serve(graph.supergraph(1));

  expect(await asked).toEqual(ITEMS_ANSWER);
});

test('a supergraph that is not usable does not take over', async () => {
  await using graph = await startSwapGraph();
  await using gateway = await startChangeover(graph.supergraph(0), 10);

  const refused = gateway.serve(graph.supergraph(1).replace('type Item', 'type Broken'));

  await expect(refused).rejects.toThrow('Item');
  expect(gateway.taken).toHaveLength(1);
  expect(await gateway.ask(0)).toEqual(ITEMS_ANSWER);
});
