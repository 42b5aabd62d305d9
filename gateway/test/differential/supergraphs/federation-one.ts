import { byId, required, type TestGraph, type Thing } from '../test-graph.ts';

const ACCOUNTS = `
  type Query { me: User user(id: ID!): User }
  type User @key(fields: "id") @key(fields: "email") {
    id: ID!
    email: String
    name: String
    birthDate: String
    type: AccountType
  }
  enum AccountType { FREE PAID }
  type Settings { theme: String dense: Boolean }
`;

const REVIEWS = `
  extend type Query { reviews(first: Int = 5): [Review] }
  type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "name") product: Product }
  extend type User @key(fields: "id") {
    id: ID! @external
    name: String @external
    birthDate: String @external
    reviews: [Review]
    age(unit: String): String @requires(fields: "birthDate")
  }
  extend type Product @key(fields: "upc") { upc: String! @external reviews: [Review!] }
  type Settings { theme: String dense: Boolean }
`;

const PRODUCTS = `
  extend type Query { products(first: Int): [Product] thing(upc: String!): Thing }
  union Thing = Product | Box
  interface Sellable { upc: String! price: Int }
  type Product implements Sellable @key(fields: "upc") { upc: String! price: Int weight: Int box: Box settings: Settings }
  type Box implements Sellable @key(fields: "upc") { upc: String! price: Int holds: [Product] }
  type Settings { theme: String dense: Boolean }
`;

const SHIPPING = `
  type Product @extends @key(fields: "upc") {
    upc: String! @external
    weight: Int @external
    price: Int @external
    shipping: Int @requires(fields: "price weight")
    buyer: User
  }
  type User @extends @key(fields: "email") { email: String @external address: Address parcels: [Product] }
  type Address { street: String town: Town }
  type Town { name: String! }
`;

function world() {
  const users: Thing[] = ['ann', 'bob', 'cat'].map((name, index) => ({
    __typename: 'User',
    id: String(index + 1),
    email: `${name}@example.org`,
    name: index === 1 ? null : name,
    birthDate: `200${index}-01-01`,
    type: index === 0 ? 'PAID' : 'FREE',
    reviews: () => reviews.filter(({ nth }) => Number(nth) % 3 === index),
    age({ unit }: Thing) {
      return `born ${required(this, 'birthDate')} in ${unit}`;
    },
    address: index === 0 ? { street: 'A', town: { name: 'X' } } : { street: null, town: null },
    parcels: () => products.slice(index),
  }));
  const reviews: Thing[] = [0, 1, 2, 3].map((nth) => ({
    __typename: 'Review',
    id: String(nth),
    nth,
    body: `Body ${nth}`,
    author: () => users[nth % 3],
    product: () => products[nth] ?? null,
  }));
  const products: Thing[] = ['p1', 'p2', 'p3'].map((upc, index) => ({
    __typename: 'Product',
    upc,
    price: index === 1 ? null : index * 100,
    weight: index,
    box: () => boxes[index] ?? null,
    settings: { theme: 'dark', dense: index === 0 },
    reviews: () => reviews.slice(index, index + 2),
    shipping() {
      const price = required(this, 'price');
      return price === null ? 1 : Number(price) * Number(required(this, 'weight'));
    },
    buyer: () => users[index],
    absentIn: index === 2 ? ['reviews'] : [],
  }));
  const boxes: Thing[] = [{ __typename: 'Box', upc: 'b1', price: 7, holds: () => [products[1], null] }];
  const query = {
    me: () => users[0],
    user: ({ id }: Thing) => byId(users, id),
    reviews: ({ first }: Thing) => reviews.slice(0, Math.max(0, Number(first ?? 1))),
    products: ({ first }: Thing) => [...products, null].slice(0, Math.max(0, Number(first ?? 9))),
    thing: ({ upc }: Thing) => [...products, ...boxes].find((thing) => thing.upc === upc),
  };
  return { query, entities: [...users, ...reviews, ...products, ...boxes] };
}

/** Federation 1: no `@link`, `extend type`, `@extends`, value types shared without a word. */
export const federationOne: TestGraph = {
  name: 'federation one',
  subgraphs: { accounts: ACCOUNTS, reviews: REVIEWS, products: PRODUCTS, shipping: SHIPPING },
  world,
  values: { upc: ['p1', 'p2', 'p3', 'b1', 'zz'] },
};
