import { expect, test } from 'vitest';
import { representationsOf } from '../executor/small-graph.ts';
import { FEED } from './feed.ts';
import { startGatewayOn, startHttpGraph } from './http-graph.ts';

test('one person who stands at eighty places is asked for once', async () => {
  await using graph = await startHttpGraph(FEED);
  await using gateway = await startGatewayOn(graph.supergraph());

  const { data, errors } = await gateway.ask('{ feed { author { name } replies { author { name } } } }');

  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/"name":"Ada"/g)).toHaveLength(80);
  expect(graph.subgraphs.people.fetches.map(representationsOf)).toEqual([[{ __typename: 'Person', id: '0' }]]);
  expect(graph.subgraphs.posts.fetches).toHaveLength(1);
});
