import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FEED } from './feed.ts';
import { startGatewayOn, startHttpGraph, timed } from './http-graph.ts';

const SLOW_MS = 1_200;

/** Resolvers that take their time, one field of a type each. */
const slow = (type: string, field: string, value: unknown) => ({
  [type]: { [field]: () => setTimeout(SLOW_MS, value, { ref: false }) },
});

test('a subgraph that hangs costs its branch 1.5 s and no more', async () => {
  const hanging = { Person: { name: () => new Promise(() => undefined) } };
  await using graph = await startHttpGraph({ ...FEED, people: { ...FEED.people, resolvers: hanging } });
  await using gateway = await startGatewayOn(graph.supergraph());
  await gateway.ask('{ first { text author { badge } } }');

  const { result, ms } = await timed(gateway.ask('{ first { text author { name badge } } }'));

  expect(result.data).toEqual({ first: { text: 'Hello', author: { name: null, badge: 'gold' } } });
  expect(result.errors).toMatchObject([
    { path: ['first', 'author', 'name'], extensions: { code: 'SUBGRAPH_TIMEOUT' } },
  ]);
  expect(ms).toBeGreaterThan(1_400);
  expect(ms).toBeLessThan(2_500);
});

test('steps that are each fast enough may not be too slow together', async () => {
  await using graph = await startHttpGraph({
    posts: { ...FEED.posts, resolvers: slow('Query', 'first', { author: { id: '0' } }) },
    people: { ...FEED.people, resolvers: slow('Person', 'name', 'Ada') },
    badges: { ...FEED.badges, resolvers: slow('Person', 'title', 'The great Ada') },
  });
  await using gateway = await startGatewayOn(graph.supergraph());

  const { result, ms } = await timed(gateway.ask('{ first { author { name title } } }'));

  expect(result.data).toEqual({ first: { author: { name: 'Ada', title: null } } });
  expect(result.errors).toMatchObject([
    { path: ['first', 'author', 'title'], extensions: { code: 'SUBGRAPH_TIMEOUT' } },
  ]);
  expect(ms).toBeLessThan(3_500);
});
