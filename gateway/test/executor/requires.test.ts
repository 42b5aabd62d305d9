import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Fetch, representationsOf, type SmallSubgraphs, startSmallGraph } from './small-graph.ts';

type Price = { currency: 'EUR' | 'USD' };
type Parcel = { weight: number; price: number };

const PRICES = { EUR: 10, USD: 11 };

/** A shop in which each subgraph needs what the one before knows. */
const SHOP: SmallSubgraphs = {
  catalog: {
    sdl: `type Query { product: Product }
      enum Currency { EUR USD }
      type Product @key(fields: "id") { id: ID! weight: Int price(currency: Currency = EUR): Int maker: Maker }
      type Maker @key(fields: "id") { id: ID! name: String @shareable country: String }`,
    resolvers: {
      Query: { product: () => ({ id: '1' }) },
      Product: {
        weight: () => 5,
        price: (_: unknown, { currency }: Price) => PRICES[currency],
        maker: () => ({ id: 'm1', name: 'Acme', country: 'NO' }),
      },
      Maker: { __resolveReference: () => ({ id: 'm1', name: 'Acme', country: 'NO' }) },
    },
  },
  shipping: {
    sdl: `enum Currency { EUR USD }
      type Product @key(fields: "id") {
        id: ID! weight: Int @external price(currency: Currency = EUR): Int @external
        insured: Int @requires(fields: "weight price(currency: USD)") }`,
    resolvers: { Product: { insured: ({ weight, price }: Parcel) => weight * price } },
  },
  offers: {
    sdl: `type Query { offer: Offer }
      type Offer { product: Product maker: Maker @provides(fields: "name") }
      type Product @key(fields: "id") { id: ID! insured: Int @external bonus: Int @requires(fields: "insured") }
      type Maker @key(fields: "id") { id: ID! name: String @external }`,
    resolvers: {
      Query: { offer: () => ({ product: { id: '1' }, maker: { id: 'm1', name: 'Acme Inc.' } }) },
      Product: { bonus: ({ insured }: { insured: number }) => insured + 1 },
    },
  },
};

const sentTo = (subgraph: string, fetches: readonly Fetch[]) =>
  fetches.filter((fetch) => fetch.subgraph === subgraph).flatMap(representationsOf);

const shop = await startSmallGraph(SHOP);
afterAll(() => shop[Symbol.asyncDispose]());
beforeEach(() => shop.fetches.splice(0));

test('what a field requires is not shown, and is there for the field', async () => {
  expect(await shop.ask('{ product { insured } }')).toEqual({ data: { product: { insured: 55 } } });
  expect(sentTo('shipping', shop.fetches)).toEqual([{ __typename: 'Product', id: '1', weight: 5, price: 11 }]);
});

test.each([
  ['with other arguments', '{ product { price insured } }', { price: 10, insured: 55 }],
  [
    'with arguments of a variable',
    'query ($c: Currency = EUR) { product { price(currency: $c) insured } }',
    { price: 10, insured: 55 },
  ],
  ['with the same arguments', '{ product { price(currency: USD) insured } }', { price: 11, insured: 55 }],
  ['under another name', '{ product { weight: price insured } }', { weight: 10, insured: 55 }],
  ['twice', '{ product { price dollars: price(currency: USD) insured } }', { price: 10, dollars: 11, insured: 55 }],
])('a client may ask for a required field %s', async (_, operation, product) => {
  expect(await shop.ask(operation)).toEqual({ data: { product } });
});

test('a required field may itself require others', async () => {
  expect(await shop.ask('{ product { bonus } }')).toEqual({ data: { product: { bonus: 56 } } });
  expect(sentTo('offers', shop.fetches)).toEqual([{ __typename: 'Product', id: '1', insured: 55 }]);
});

test('what could not be fetched is not required again: the error stands at the field that was asked for', async () => {
  const broken = { sdl: SHOP.shipping?.sdl ?? '', answer: () => Promise.reject(new Error('down')) };
  await using stranded = await startSmallGraph({ ...SHOP, shipping: broken });

  const { data, errors } = await stranded.ask('{ product { weight bonus } }');

  expect(data).toEqual({ product: { weight: 5, bonus: null } });
  expect(errors).toMatchObject([{ path: ['product', 'bonus'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  expect(sentTo('offers', stranded.fetches)).toEqual([]);
});

test('what a subgraph provides is not asked of its owner', async () => {
  const provided = await shop.ask('{ offer { maker { name } } }');
  const before = shop.counts();
  const owned = await shop.ask('{ offer { maker { name country } } }');

  expect(provided).toEqual({ data: { offer: { maker: { name: 'Acme Inc.' } } } });
  expect(before).toEqual({ offers: 1 });
  expect(owned).toEqual({ data: { offer: { maker: { name: 'Acme Inc.', country: 'NO' } } } });
});
