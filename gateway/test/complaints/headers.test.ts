import { expect, test } from 'vitest';
import { FEED } from './feed.ts';
import { startGatewayOn, startHttpGraph } from './http-graph.ts';

test('cookies and headers that subgraphs may set reach the client, others do not', async () => {
  await using graph = await startHttpGraph(FEED);
  const { posts, people, badges } = graph.subgraphs;
  posts.headers = { 'set-cookie': ['a=1; Path=/', 'b=2'], 'x-region': 'north' };
  people.headers = { 'set-cookie': 'c=3', 'x-region': 'south', 'x-debug': 'SELECT 1' };
  badges.headers = { 'set-cookie': 'd=4' };
  const mayBoth = { responseHeaders: ['set-cookie', 'x-region'] };
  const subgraphs = { each: { posts: mayBoth, people: mayBoth } };
  await using gateway = await startGatewayOn(graph.supergraph(), { subgraphs });

  const { headers } = await gateway.ask('{ first { author { name badge } } }');

  expect(headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2', 'c=3']);
  expect(headers.get('x-region')).toBe('north, south');
  expect(headers.has('x-debug')).toBe(false);
});
