import { federated, type TestGraph, type Thing } from '../test-graph.ts';

const SALES = federated(`
  type Query {
    offers(filter: Filter, sort: Sort! = PRICE): [Offer!]!
    offer(id: ID!, at: Point = { x: 1, y: 2 }): Offer @tag(name: "public")
    secret: String @inaccessible
    echo(filter: Filter, tags: [[String!]] = [["a"], null]): String
  }
  input Filter {
    text: String = "any" @tag(name: "public")
    kinds: [Kind!] = [NEW]
    max: Int
    near: Point
    internal: String @inaccessible
    onlyHere: Boolean
    and: [Filter!]
  }
  input Point { x: Int! y: Int = 0 z: Int @inaccessible }
  enum Kind { NEW USED REFURBISHED @inaccessible }
  enum Sort { PRICE NAME RANDOM }
  enum State { OPEN CLOSED }
  interface Listed { id: ID! state: State }
  type Offer implements Listed @key(fields: "id") @key(fields: "code") {
    id: ID!
    code: Int @inaccessible
    kind: Kind @shareable
    state: State @shareable
    price(in: Kind = NEW): Float
    hidden: Hidden @inaccessible
    audit: Audit
  }
  type Hidden @inaccessible { why: String }
  type Audit @tag(name: "internal") { by: String hidden: Hidden @inaccessible states: [State!] }
`);

const SEARCH = federated(`
  type Query {
    search(filter: Filter = { text: "s" }, kind: Kind): [Listed]
    found(filters: [Filter!]! = [{ max: 3 }, { kinds: [USED] }]): [Offer]
  }
  input Filter { text: String = "any" kinds: [Kind!] = [NEW] max: Int near: Point and: [Filter!] onlyThere: Int }
  input Point { x: Int! y: Int = 0 z: Int }
  enum Kind { NEW USED REFURBISHED }
  enum State { OPEN CLOSED ARCHIVED }
  interface Listed { id: ID! score(weights: [Float!] = [1.5]): Float }
  type Offer implements Listed @key(fields: "id") {
    id: ID!
    kind: Kind @shareable
    state: State @shareable
    score(weights: [Float!] = [1.5]): Float
    similar(filter: Filter, first: Int = 2): [Offer!]
  }
`);

const STATS = federated(`
  type Query { count(kinds: [Kind] = [NEW, null]): Int! }
  enum Kind { NEW USED REFURBISHED }
  type Offer @key(fields: "code") { code: Int sold(kind: Kind, where: Place): Int }
  input Place { country: String! = "DE" zip: Int exact: Boolean = true }
`);

const said = (value: unknown): string => JSON.stringify(value);

function world() {
  const offers: Thing[] = ['1', '2', '3'].map((id, index) => ({
    __typename: 'Offer',
    id,
    code: 100 + index,
    kind: ['NEW', 'USED', null][index],
    state: ['OPEN', 'CLOSED', 'OPEN'][index],
    price: ({ in: kind }: Thing) => (kind === 'USED' ? index : index * 2.5),
    audit: () => (index === 2 ? null : { by: `auditor ${index}`, states: ['OPEN', 'CLOSED'].slice(index) }),
    score: ({ weights }: { weights: number[] | null }) => weights?.reduce((sum, weight) => sum + weight, index),
    similar: ({ filter, first }: Thing) => (filter ? offers.slice(0, Math.max(0, Number(first ?? 1))) : null),
    sold: ({ kind, where }: Thing) => said([kind, where]).length + index,
  }));
  const query = {
    offers: ({ filter, sort }: Thing) => (sort === 'NAME' ? offers.toReversed() : offers.slice(filter ? 1 : 0)),
    offer: ({ id, at }: Thing) => (at === null ? offers[0] : (offers.find((offer) => offer.id === id) ?? null)),
    secret: 'secret',
    echo: ({ filter, tags }: Thing) => said({ filter, tags }),
    search: ({ filter, kind }: Thing) => [null, ...offers.slice(kind ? 1 : 0, filter ? 3 : 1)],
    found: ({ filters }: Thing) => (filters as readonly unknown[]).map((_, index) => offers[index] ?? null),
    count: ({ kinds }: Thing) => said(kinds).length,
  };
  return { query, entities: offers };
}

/** Offers: `@inaccessible`, `@tag`, enums and inputs by intersection, defaults of every kind, variables inside of inputs. */
export const contracts: TestGraph = {
  name: 'contracts',
  subgraphs: { sales: SALES, search: SEARCH, stats: STATS },
  world,
};
