import { byId, federated, required, type TestGraph, type Thing } from '../test-graph.ts';

const ORDERS = federated(`
  type Query { order(id: ID!): Order orders: [Order!]! }
  type Order @key(fields: "id") {
    id: ID!
    items: [Item!]!
    customer: Customer
    subtotal(unit: Unit = CENT): Float
    note: String
  }
  enum Unit { CENT EURO }
  type Item @key(fields: "sku") { sku: ID! count: Int }
  type Customer @key(fields: "number") { number: Int! region: Region }
  type Region { code: String! zone: Zone }
  type Zone { level: Int }
`);

const TAXES = federated(`
  type Query { taxed: [Order] }
  type Order @key(fields: "id") {
    id: ID!
    subtotal(unit: Unit = CENT): Float @external
    customer: Customer @external
    tax: Float @requires(fields: "subtotal(unit: EURO) customer { region { code } }")
    rate(country: String): Float
  }
  enum Unit { CENT EURO }
  type Customer @key(fields: "number") { number: Int! region: Region @external }
  type Region { code: String! @external }
`);

const TOTALS = federated(`
  type Order @key(fields: "id") {
    id: ID!
    subtotal(unit: Unit = CENT): Float @external
    tax: Float @external
    items: [Item!]! @external
    total: Float @requires(fields: "subtotal(unit: EURO) tax")
    pieces(factor: Int! = 1): Int @requires(fields: "items { weight count }")
    label: String! @requires(fields: "items { sku } note")
    note: String @external
  }
  enum Unit { CENT EURO }
  type Item @key(fields: "sku") {
    sku: ID!
    count: Int @external
    weight: Int
    volume: Int @requires(fields: "count")
  }
`);

const LOYALTY = federated(`
  type Query { best: Customer members: [Customer] }
  type Order @key(fields: "id") {
    id: ID!
    total: Float @external
    pieces(factor: Int! = 1): Int @external
    points: Int @requires(fields: "total")
    gifts: [Gift] @requires(fields: "pieces(factor: 2)")
  }
  type Gift { name: String! of: Order }
  type Customer @key(fields: "number") @key(fields: "card { id }") {
    number: Int!
    card: Card
    status(at: String): String
    score: Int @requires(fields: "region { zone { level } }")
    region: Region @external
  }
  type Region { zone: Zone @external }
  type Zone { level: Int @external }
  type Card { id: ID }
`);

const cents = [100, 250, null];

function world() {
  const items: Thing[] = ['pen', 'ink', 'pad'].map((sku, index) => ({
    __typename: 'Item',
    sku,
    count: index === 1 ? null : index + 1,
    weight: index * 2,
    volume() {
      const count = required(this, 'count');
      return count === null ? null : Number(count) * 100;
    },
  }));
  const orders: Thing[] = cents.map((amount, index) => ({
    __typename: 'Order',
    id: String(index + 1),
    items: () => items.slice(index),
    customer: () => customers[index] ?? null,
    note: index === 0 ? null : `Note ${index}`,
    subtotal: ({ unit = 'CENT' }: { unit?: string }) =>
      amount === null ? null : unit === 'EURO' ? amount / 100 : amount,
    tax() {
      const euros = required(this, 'subtotal', { unit: 'EURO' });
      const region = (required(this, 'customer') as Thing | null)?.region as Thing | null | undefined;
      return euros === null ? null : Number(euros) * (region?.code === 'N' ? 0.1 : 0.2);
    },
    rate: ({ country }: Thing) => (country === 'b' ? null : 0.2),
    total() {
      const [subtotal, tax] = [required(this, 'subtotal', { unit: 'EURO' }), required(this, 'tax')];
      return subtotal === null || tax === null ? null : Number(subtotal) + Number(tax);
    },
    pieces({ factor }: Thing) {
      const counted = required(this, 'items') as (Thing | null)[];
      const weights = counted.map((item) => Number(item?.count ?? 0) * Number(item?.weight ?? 1));
      return weights.reduce((sum, weight) => sum + weight, 0) * Number(factor);
    },
    label() {
      const named = required(this, 'items') as (Thing | null)[];
      return `${named.map((item) => item?.sku).join('+')}: ${required(this, 'note')}`;
    },
    points() {
      const total = required(this, 'total');
      return total === null ? null : Math.round(Number(total));
    },
    gifts() {
      const pieces = Number(required(this, 'pieces', { factor: 2 }));
      return [{ name: `gift of ${pieces}`, of: () => orders[0] }, null];
    },
  }));
  const customers: Thing[] = [7, 8].map((number, index) => ({
    __typename: 'Customer',
    number,
    region: index === 0 ? { code: 'N', zone: { level: 3 } } : { code: 'S', zone: null },
    card: index === 0 ? { id: 'c7' } : { id: null },
    status: ({ at }: Thing) => `since ${at}`,
    score() {
      const region = required(this, 'region') as { zone: Thing | null } | null;
      return region?.zone ? Number(region.zone.level) * 10 : -1;
    },
  }));
  const query = {
    order: ({ id }: Thing) => byId(orders, id),
    orders: () => orders,
    taxed: () => [orders[1], null, orders[0]],
    best: () => customers[1],
    members: () => [null, ...customers],
  };
  return { query, entities: [...orders, ...items, ...customers] };
}

/** Orders: chains of `@requires` over four subgraphs, through objects and lists, with arguments that clients use as well. */
export const requires: TestGraph = {
  name: 'requires',
  subgraphs: { orders: ORDERS, taxes: TAXES, totals: TOTALS, loyalty: LOYALTY },
  world,
};
