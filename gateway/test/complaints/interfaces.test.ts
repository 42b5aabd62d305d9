import { expect, test } from 'vitest';
import { startGatewayOn, startHttpGraph, timed } from './http-graph.ts';

const KINDS = Array.from({ length: 60 }, (_, kind) => `Kind${kind}`);

/** In milliseconds: a second of planning, and some more for a busy machine. */
const BOUND_MS = 2_500;

/** One interface with many implementations, which each subgraph knows, and to which each adds. */
function subgraph(name: string) {
  const types = KINDS.map(
    (kind) => `type ${kind} implements Node @key(fields: "id") {
      id: ID! node: Node @shareable nodes(of: Int): [Node] @shareable ${name}: String ${name}Of${kind}: String }`,
  );
  return {
    sdl: `type Query { ${name}Root: Node node: Node @shareable }
      interface Node { id: ID! node: Node nodes(of: Int): [Node] ${name}: String }
      ${types.join('\n')}`,
    resolvers: {
      Query: {
        node: () => ({ __typename: 'Kind0', id: '1' }),
        [`${name}Root`]: () => ({ __typename: 'Kind1', id: '2' }),
      },
      ...Object.fromEntries(
        KINDS.map((kind) => [kind, { node: () => ({ __typename: 'Kind0', id: '1' }), [name]: () => name }]),
      ),
    },
  };
}

const nested = (depth: number): string => (depth === 0 ? 'red green blue' : `node { ${nested(depth - 1)} }`);

test('an interface with many implementations is planned, or refused within the bound while others are answered', async () => {
  await using graph = await startHttpGraph({ red: subgraph('red'), green: subgraph('green'), blue: subgraph('blue') });
  await using gateway = await startGatewayOn(graph.supergraph());

  const small = await gateway.ask(`{ ${nested(2)} }`);
  const [deep, other] = await Promise.all([
    timed(gateway.ask(`{ ${nested(8)} }`)),
    timed(gateway.ask(`{ ${nested(2)} }`)),
  ]);

  expect(small.data).toEqual({ node: { node: { red: 'red', green: 'green', blue: 'blue' } } });
  expect(deep.result.errors?.[0]?.extensions.code).toBe('OPERATION_TOO_COMPLEX');
  expect(deep.ms).toBeLessThan(BOUND_MS);
  expect(other.result.data).toEqual(small.data);
  expect(other.ms).toBeLessThan(deep.ms);
});
