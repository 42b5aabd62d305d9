import { expect, test } from 'vitest';
import { startTestGateway } from './toy-graph.ts';

test('the gateway is ready while all subgraphs can be reached, and alive without them', async () => {
  await using gateway = await startTestGateway();

  const before = await gateway.get('/health/ready');
  await gateway.reviews.stop();
  const after = await gateway.get('/health/ready');
  const live = await gateway.get('/health/live');

  expect([before.status, before.body]).toEqual([200, { status: 'ready', subgraphs: { books: true, reviews: true } }]);
  expect([after.status, after.body]).toEqual([
    503,
    { status: 'subgraph unreachable', subgraphs: { books: true, reviews: false } },
  ]);
  expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
});

test('a stopping gateway finishes what it has begun and takes nothing new', async () => {
  await using gateway = await startTestGateway();
  gateway.reviews.mood = 'hanging';
  const begun = gateway.ask('{ books { title stars } }');
  await expect.poll(() => gateway.reviews.calls.length).toBe(1);

  const stopped = gateway.stop();

  expect((await begun).body.data).toHaveProperty('books');
  await stopped;
  await expect(gateway.get('/health/live')).rejects.toThrow();
});
