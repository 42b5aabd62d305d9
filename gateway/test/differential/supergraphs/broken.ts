import { byId, federated, type SubgraphResult, type TestGraph, type Thing } from '../test-graph.ts';

const SHOPS = federated(`
  type Query { shops: [Shop!] shop(id: ID!): Shop }
  type Shop @key(fields: "id") { id: ID! name: String opened: Int tags: [String!] owner: Owner }
  type Owner { name: String }
`);

const PRICES = federated(`
  type Query { cheapest: Shop }
  type Shop @key(fields: "id") { id: ID! average: Float currency: String! }
`);

function world() {
  const shops: Thing[] = ['1', '2'].map((id) => ({ __typename: 'Shop', id, name: `Shop ${id}`, opened: 2000 }));
  return { query: { shops: () => shops, shop: ({ id }: Thing) => byId(shops, id) }, entities: shops };
}

/** Values of types that were never promised, for every second thing of a list. */
function confused(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item, index) => (index === 1 ? wrong(item) : confused(item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, confused(one)]));
}

const wrong = (thing: unknown): unknown =>
  Object.fromEntries(Object.entries(thing as Thing).map(([key, value]) => [key, value === null ? 7 : { was: value }]));

const confusing = (sent: SubgraphResult): SubgraphResult => ({ ...sent, data: confused(sent.data) });

function dead(): never {
  throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
}

/** A subgraph that lies about types beside one that is not there. */
export const broken: TestGraph = {
  name: 'broken',
  subgraphs: { shops: SHOPS, prices: PRICES },
  world,
  manners: { shops: confusing, prices: dead },
};
