import { byId, federated, required, type TestGraph, type Thing } from '../test-graph.ts';

const SHOP = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9")
    @link(url: "https://example.org/notes/v1.0", import: ["@note" { name: "@owner", as: "@team" }])
    @federation__composeDirective(name: "@note")
    @federation__composeDirective(name: "@team")
  directive @note(text: String!, level: Int = 1) repeatable on FIELD_DEFINITION | OBJECT | ARGUMENT_DEFINITION
  directive @team(name: String!) on OBJECT
  schema { query: Root mutation: Change }
  type Root {
    "All there is."
    wares(first: Int = 2 @note(text: "small")): [Ware!]! @note(text: "slow") @note(text: "hot", level: 3)
    ware(id: ID!): Ware @federation__tag(name: "public")
  }
  type Change { relabel(id: ID!, label: String @deprecated): Ware }
  type Ware @federation__key(fields: "id") @team(name: "wares") {
    id: ID!
    label: String @deprecated
    size: Size @federation__shareable
    grams: Int @federation__inaccessible
    seller: Seller @federation__provides(fields: "name")
  }
  type Size @federation__shareable { width: Int height: Int }
  type Seller @federation__key(fields: "id") { id: ID! name: String @federation__external }
`;

const POST = federated(`
  schema { query: Query }
  type Query { parcels(where: Where): [Parcel] @listSize(assumedSize: 10) }
  input Where { id: ID heavy: Boolean = false @deprecated(reason: "Weigh them.") }
  type Parcel { ware: Ware cost: Int @cost(weight: 5) to: Seller }
  type Ware @key(fields: "id") {
    id: ID!
    grams: Int @external
    size: Size @external
    postage(express: Boolean! = false): Float @requires(fields: "grams size { width height }") @cost(weight: 3)
  }
  type Size @shareable { width: Int height: Int }
  type Seller @key(fields: "id") { id: ID! name: String @shareable parcels: [Parcel!] }
`);

function world() {
  const labels = ['Lamp', 'Desk', null];
  const wares: Thing[] = labels.map((_, index) => ({
    __typename: 'Ware',
    id: String(index + 1),
    label: () => labels[index],
    size: index === 1 ? null : { width: index + 1, height: 2 },
    grams: index === 2 ? null : 500 * index,
    seller: () => sellers[index] ?? null,
    postage({ express }: Thing) {
      const size = required(this, 'size') as Thing | null;
      const volume = size ? Number(size.width) * Number(size.height) : 1;
      return (Number(required(this, 'grams') ?? 100) + volume) * (express ? 2 : 1);
    },
  }));
  const sellers: Thing[] = ['Ann', 'Bob'].map((name, index) => ({
    __typename: 'Seller',
    id: `s${index}`,
    name,
    parcels: () => [parcels[index]],
  }));
  const parcels = [0, 1, 2].map((index) => ({
    ware: () => wares[index],
    cost: index === 1 ? null : index,
    to: () => sellers[index % 2],
  }));
  const query = {
    wares: ({ first }: Thing) => wares.slice(0, Math.max(0, Number(first ?? 9))),
    ware: ({ id }: Thing) => byId(wares, id),
    parcels: ({ where }: Thing) => (where ? [null, ...parcels] : parcels),
  };
  const mutation = {
    relabel: ({ id, label }: Thing) => {
      labels[Number(id) - 1] = label as string | null;
      return byId(wares, id);
    },
  };
  return { query, mutation, entities: [...wares, ...sellers] };
}

/** Federation by its full names, root types by other names, composed directives, costs, deprecations. */
export const renamed: TestGraph = {
  name: 'renamed',
  subgraphs: { shop: SHOP, post: POST },
  world,
};
