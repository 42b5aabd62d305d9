import { expect, test } from 'vitest';
import { FEED } from './feed.ts';
import { startGatewayOn, startHttpGraph } from './http-graph.ts';

test('a gateway starts while a subgraph is down, and asks it when it is there', async () => {
  await using graph = await startHttpGraph(FEED);
  await graph.subgraphs.people.stop();
  await using gateway = await startGatewayOn(graph.supergraph());

  const before = await gateway.ask('{ first { text author { name badge } } }');
  await graph.subgraphs.people.start();
  const after = await gateway.ask('{ first { text author { name badge } } }');

  expect(before.data).toEqual({ first: { text: 'Hello', author: { name: null, badge: 'gold' } } });
  expect(before.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  expect(after.data).toEqual({ first: { text: 'Hello', author: { name: 'Ada', badge: 'gold' } } });
  expect(after.errors).toBeUndefined();
});

test('a gateway starts while all subgraphs are down, and tells its schema', async () => {
  await using graph = await startHttpGraph(FEED);
  for (const { stop } of Object.values(graph.subgraphs)) await stop();
  await using gateway = await startGatewayOn(graph.supergraph(), { environment: 'development' });

  const { data } = await gateway.ask('{ __type(name: "Post") { fields { name } } }');

  expect(JSON.stringify(data)).toContain('"name":"replies"');
});
