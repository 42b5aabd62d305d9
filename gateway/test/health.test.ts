import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { DRAIN_MS } from '../src/http/drain.ts';
import { startTestGateway } from './test-gateway.ts';

test('the gateway is ready while all subgraphs answer, and alive without them', async () => {
  await using gateway = await startTestGateway({ environment: 'development' });

  const before = await gateway.get('/health/ready');
  await gateway.reviews.stop();
  const after = await gateway.get('/health/ready');
  const live = await gateway.get('/health/live');

  expect([before.status, before.body]).toEqual([200, { status: 'ready', subgraphs: { books: true, reviews: true } }]);
  expect([after.status, after.body]).toEqual([
    503,
    { status: 'subgraph not ready', subgraphs: { books: true, reviews: false } },
  ]);
  expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
});

test('in production nobody learns which subgraphs there are', async () => {
  await using gateway = await startTestGateway();

  const before = await gateway.get('/health/ready');
  await gateway.reviews.stop();
  const after = await gateway.get('/health/ready');

  expect([before.body, after.body]).toEqual([{ status: 'ready' }, { status: 'subgraph not ready' }]);
});

test.each([
  ['says that it is not ready', 503, 503],
  ['has no such page', 404, 200],
])('with a subgraph that %s (%i) the gateway answers %i', async (_, told, answered) => {
  await using gateway = await startTestGateway({ environment: 'development' });
  gateway.reviews.health = told;

  const { status, body } = await gateway.get('/health/ready');

  expect([status, body]).toMatchObject([answered, { subgraphs: { books: true, reviews: answered === 200 } }]);
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

test('a stopping gateway waits no more than five seconds for a request that does not end', async () => {
  await using gateway = await startTestGateway();
  const { hostname, port } = new URL(gateway.url);
  const slow = connect(Number(port), hostname);
  slow.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{');
  // The next answer shows that the slow head has been read.
  await gateway.get('/health/live');
  const closed = once(slow, 'close');
  const startedAt = performance.now();

  await gateway.stop();

  expect(performance.now() - startedAt).toBeGreaterThan(DRAIN_MS - 100);
  expect(performance.now() - startedAt).toBeLessThan(DRAIN_MS + 2_000);
  await closed;
});
