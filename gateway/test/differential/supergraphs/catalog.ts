import { byId, federated, required, type TestGraph, type Thing } from '../test-graph.ts';

const PRODUCTS = federated(`
  type Query {
    product(id: ID!): Product
    productBySku(sku: String!, brand: String = "acme"): Product
    products(first: Int = 2, after: ID, category: Category): [Product!]!
    brands: [Brand]
  }
  enum Category { TOOL TOY @deprecated(reason: "Children grew up.") FOOD }
  type Product @key(fields: "id") @key(fields: "sku brand { name }") {
    id: ID!
    sku: String!
    name: String @shareable
    brand: Brand!
    category: Category
    price(currency: String = "EUR"): Float
    weight: Int
    dimensions: Dimensions @shareable
    related(first: Int = 2): [Product]
  }
  type Brand @shareable { name: String! country: String }
  type Dimensions @shareable { size: String weight: Int }
`);

const INVENTORY = federated(`
  type Query { inStock: [Product!] }
  type Product @key(fields: "sku brand { name }") {
    sku: String!
    brand: Brand!
    price(currency: String = "EUR"): Float @external
    weight: Int @external
    stock: Int!
    shipping(speed: Int = 1): Float @requires(fields: "weight price(currency: \\"USD\\")")
    warehouse: Warehouse
  }
  type Brand @shareable { name: String! country: String }
  type Dimensions @shareable { size: String weight: Int }
  type Warehouse @key(fields: "code") { code: ID! city: String holds(first: Int): [Product!] }
`);

const REVIEWS = federated(`
  type Query { topReviews(first: Int = 3): [Review!]! review(id: ID!): Review @deprecated }
  type Product @key(fields: "id") {
    id: ID!
    name: String @external
    parcel: Dimensions @requires(fields: "dimensions { size weight }")
    dimensions: Dimensions @external
    reviews(first: Int, order: Order = NEWEST): [Review!]!
    stars: Float
  }
  enum Order { NEWEST BEST }
  type Dimensions @shareable { size: String weight: Int }
  type Review @key(fields: "id") {
    id: ID!
    text: String
    stars: Int!
    author: User @provides(fields: "handle")
    product: Product @provides(fields: "name")
  }
  type User @key(fields: "id") { id: ID! handle: String! @external reviews: [Review] }
`);

const ACCOUNTS = federated(`
  type Query { me: User user(id: ID!): User users: [User!]! }
  type User @key(fields: "id") @key(fields: "handle") {
    id: ID!
    handle: String! @shareable
    name(style: Style = FULL): String
    favourite: Warehouse
    friends: [User!]
  }
  enum Style { FULL SHORT }
  type Warehouse @key(fields: "code", resolvable: false) { code: ID! }
`);

const RATES: Record<string, number> = { EUR: 1, USD: 2 };
const BRANDS: Record<string, Thing> = {
  acme: { name: 'acme', country: 'DE' },
  bolt: { name: 'bolt', country: null },
};

type Row = { id: string; sku: string; brand: string; euros: number | null; weight: number | null };

const rows: Row[] = [
  { id: '1', sku: 'saw', brand: 'acme', euros: 10, weight: 5 },
  { id: '2', sku: 'saw', brand: 'bolt', euros: 12, weight: null },
  { id: '3', sku: 'car', brand: 'acme', euros: null, weight: 1 },
  { id: '4', sku: 'ham', brand: 'bolt', euros: 3, weight: 2 },
];

const limited = (things: readonly unknown[], first: unknown): unknown[] =>
  things.slice(0, typeof first === 'number' && first >= 0 ? first : undefined);

function world() {
  const products: Thing[] = rows.map(({ id, sku, brand, euros, weight }, index) => ({
    __typename: 'Product',
    id,
    sku,
    weight,
    name: id === '4' ? null : `The ${sku}`,
    brand: BRANDS[brand],
    category: ['TOOL', 'TOOL', 'TOY', 'FOOD'][index],
    price: ({ currency }: { currency: string | null }) =>
      euros === null ? null : euros * (RATES[currency ?? 'EUR'] ?? 0),
    dimensions: id === '3' ? null : { size: `${index}m`, weight },
    related: ({ first }: { first: number }) => limited([products[(index + 1) % 4], null, products[0]], first),
    stock: index,
    shipping({ speed }: { speed: number }) {
      return Number(required(this, 'weight')) * Number(required(this, 'price', { currency: 'USD' })) * (speed ?? 1);
    },
    parcel() {
      const packed = required(this, 'dimensions') as Thing | null;
      return packed && { size: `${packed.size} in paper`, weight: packed.weight };
    },
    warehouse: () => warehouses[index % 2] ?? null,
    reviews: ({ first, order }: { first: number; order: string }) => {
      const mine = reviews.filter((review) => review.of === id);
      return limited(order === 'BEST' ? mine.toReversed() : mine, first);
    },
    stars: id === '2' ? null : index + 0.5,
    absentIn: id === '4' ? ['inventory'] : [],
  }));
  const warehouses: Thing[] = ['north', 'south'].map((code, index) => ({
    __typename: 'Warehouse',
    code,
    city: index === 0 ? 'Oslo' : null,
    holds: ({ first }: { first: number }) => limited(products.slice(index, index + 2), first),
  }));
  const reviews: Thing[] = ['1', '1', '2', '4', '3'].map((of, index) => ({
    __typename: 'Review',
    id: String(index + 1),
    of,
    text: index === 2 ? null : `Text ${index}`,
    stars: index,
    author: () => users[index % 4] ?? null,
    product: () => byId(products, of),
  }));
  const users: Thing[] = ['ann', 'bob', 'cat'].map((handle, index) => ({
    __typename: 'User',
    id: String(index + 1),
    handle,
    name: ({ style }: { style: string }) => (style === 'SHORT' ? handle.slice(0, 1) : `${handle} X.`),
    favourite: () => (index === 2 ? null : warehouses[index]),
    friends: () => users.filter((user) => user.handle !== handle),
    reviews: () => [...reviews.filter((_, nth) => nth % 4 === index), null],
    absentIn: handle === 'cat' ? ['reviews'] : [],
  }));
  const query = {
    product: ({ id }: Thing) => byId(products, id),
    productBySku: ({ sku, brand }: Thing) =>
      products.find((product) => product.sku === sku && product.brand === BRANDS[String(brand)]),
    products: ({ first, after, category }: Thing) => {
      const those = products.filter((product) => !category || product.category === category);
      return limited(
        those.filter((product) => !after || String(product.id) > String(after)),
        first,
      );
    },
    brands: [BRANDS.acme, null, BRANDS.bolt],
    inStock: () => products.filter((product) => product.id !== '4'),
    topReviews: ({ first }: Thing) => limited(reviews, first),
    review: ({ id }: Thing) => byId(reviews, id),
    me: () => users[0],
    user: ({ id }: Thing) => byId(users, id),
    users: () => users,
  };
  return { query, entities: [...products, ...warehouses, ...reviews, ...users] };
}

/** A shop: several and compound keys, `@requires` with and without arguments, `@provides`, shared values, missing entities. */
export const catalog: TestGraph = {
  name: 'catalog',
  subgraphs: { products: PRODUCTS, inventory: INVENTORY, reviews: REVIEWS, accounts: ACCOUNTS },
  world,
  values: { sku: ['saw', 'car', 'ham'], brand: ['acme', 'bolt'], currency: ['EUR', 'USD', 'XXX'] },
};
