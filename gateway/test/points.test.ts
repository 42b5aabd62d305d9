import { createLeakyBucket } from '@nexus/kit/leaky-bucket';
import { createLogger } from '@nexus/kit/log';
import { expect, test } from 'vitest';
import { codes, startTestGateway } from './test-gateway.ts';

const TEN = '{ a: books { id } b: books { id } }';
const logger = createLogger('gateway', 'silent');

test('an operation that takes more than the viewer has left is refused, with the time to wait', async () => {
  await using gateway = await startTestGateway({ points: { maximum: 15, pointsPerSecond: 0.001 } });

  const first = await gateway.ask(TEN);
  const second = await gateway.ask(TEN);

  expect(codes(first)).toEqual([]);
  expect([second.status, ...codes(second)]).toEqual([429, 'RATE_LIMITED']);
  const seconds = second.body.errors?.[0]?.extensions.retryAfterSeconds;
  expect(seconds).toBeGreaterThan(4_900);
  expect(second.headers.get('retry-after')).toBe(String(seconds));
  expect(second.body.errors?.[0]?.message).toMatch(
    /^This operation takes 10 points, more than you have left. Try again/,
  );
});

test('who asks for it is told what an operation cost, and gets back what was not used', async () => {
  await using gateway = await startTestGateway({ points: { maximum: 100, pointsPerSecond: 0.001 } });

  const { body } = await gateway.ask(TEN, { 'x-graphql-cost': '1' });
  const untold = await gateway.ask('{ reviewCount }');

  expect(body).toMatchObject({
    data: {},
    extensions: {
      cost: {
        requestedQueryCost: 10,
        actualQueryCost: 4,
        maximumQueryCost: 10_000,
        throttleStatus: { maximumAvailable: 100, currentlyAvailable: 96, restoreRate: 0.001 },
      },
    },
  });
  expect(untold.body).toEqual({ data: { reviewCount: 2 } });
});

test('what came to nothing takes a tenth of its cost all the same', async () => {
  await using gateway = await startTestGateway({ points: { maximum: 1_000, pointsPerSecond: 0.001 } });
  const askForNothing = () =>
    gateway.ask('{ library { shelves(first: 249) { id: __typename } } }', { 'x-graphql-cost': '1' });

  const first = await askForNothing();
  for (let times = 1; times < 30; times += 1) await askForNothing();
  const { body } = await gateway.ask('{ reviewCount }', { 'x-graphql-cost': '1' });

  expect(first.body).toHaveProperty('extensions.cost.requestedQueryCost', 250);
  expect(first.body).toHaveProperty('extensions.cost.actualQueryCost', 1);
  expect(body).toHaveProperty('extensions.cost.throttleStatus.currentlyAvailable', 1_000 - 30 * 25 - 1);
});

test('what its subgraph refused takes a tenth of its cost too, and what costs nothing takes a point', async () => {
  await using gateway = await startTestGateway({ points: { maximum: 100, pointsPerSecond: 0.001 } });
  const ask = (query: string) => gateway.ask(query, { 'x-graphql-cost': '1' });

  const refused = await ask('{ refused library { shelves(first: 19) { id: __typename } } }');
  const free = await ask('{ __typename }');

  expect(codes(refused)).toEqual(['CONFLICT']);
  expect(refused.body).toHaveProperty('extensions.cost.throttleStatus.currentlyAvailable', 98);
  expect(free.body).toHaveProperty('extensions.cost.throttleStatus.currentlyAvailable', 97);
});

test('without budgets the cost is told all the same, by what the supergraph says of it', async () => {
  await using gateway = await startTestGateway();

  const { body } = await gateway.ask('mutation { print { id } }', { 'x-graphql-cost': '1' });

  expect(body).toHaveProperty('extensions.cost', {
    requestedQueryCost: 13,
    actualQueryCost: 13,
    maximumQueryCost: 10_000,
  });
});

test('while Redis is out of reach, budgets are counted in the process', async () => {
  const bucket = createLeakyBucket({ maximum: 10, pointsPerSecond: 0.001 }, 'redis://127.0.0.1:1', logger);

  const first = await bucket.take('anna', 8);
  const second = await bucket.take('anna', 8);
  bucket.close();

  expect([first.isTaken, second.isTaken]).toEqual([true, false]);
});
