import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const TYPES = ['A', 'B', 'C', 'D'];

/** Five subgraphs that all can answer almost everything, so that the number of possible plans explodes with depth. */
export function explodingGraph(): string {
  const services = ['s0', 's1', 's2', 's3', 's4'].map((name) => ({
    name,
    url: `http://127.0.0.1:1/${name}`,
    typeDefs: parse(schemaOf(name)),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`The exploding graph does not compose: ${errors}`);
  return supergraphSdl;
}

function schemaOf(name: string): string {
  const types = TYPES.map(
    (type) => `type ${type} implements Node @key(fields: "id") {
      id: ID! next: Node @shareable other(n: Int): Node @shareable own_${name}: String }`,
  );
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
    type Query { node: Node @shareable own_${name}: String }
    interface Node { id: ID! next: Node other(n: Int): Node }
    ${types.join('\n')}`;
}

/** An operation of about 800 characters that keeps Apollo's planner busy until the memory is full. */
export function explodingOperation(seed = 0): string {
  return `{ node { ${nest(3, seed)} } }`;
}

function nest(depth: number, seed: number): string {
  if (depth === 0) return `id ${TYPES.map((type, index) => `... on ${type} { own_s${index} }`).join(' ')}`;
  return ['x', 'y'].map((alias) => `${alias}: other(n: ${seed}) { ${nest(depth - 1, seed)} }`).join(' ');
}
