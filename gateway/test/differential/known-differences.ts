import { broken } from './supergraphs/broken.ts';
import { catalog } from './supergraphs/catalog.ts';
import { errors } from './supergraphs/errors.ts';
import { mutations } from './supergraphs/mutations.ts';
import { outages } from './supergraphs/outages.ts';
import { provides } from './supergraphs/provides.ts';
import { renamed } from './supergraphs/renamed.ts';
import type { TestGraph } from './test-graph.ts';

/** Data as text, since the order of names counts, and each error as `message at path (code)`. */
export type Shown = { data: string; errors?: readonly string[]; valueCompletion?: readonly string[] };

export type KnownDifference = {
  /** What the stock gateway does wrong. */
  stockGateway: string;
  graph: TestGraph;
  operation: string;
  ours: Shown;
  stock: Shown;
};

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    stockGateway: 'does not fetch a field whose alias is the name of a key, and then fails the whole operation',
    graph: catalog,
    operation: '{ users { stars: reviews { stars } id: favourite { city } } }',
    ours: {
      data: '{"users":[{"stars":[{"stars":0},{"stars":4},null],"id":{"city":"Oslo"}},{"stars":[{"stars":1},null],"id":{"city":null}},{"stars":null,"id":null}]}',
    },
    stock: { data: 'null', errors: ['Invalid non-object value 1 returned by subgraph for composite type Warehouse'] },
  },
  {
    stockGateway: 'gives to @requires(price(currency: "USD")) the price in the currency that the client asked for',
    graph: catalog,
    operation: '{ product(id: "1") { price shipping } }',
    ours: { data: '{"product":{"price":10,"shipping":100}}' },
    stock: { data: '{"product":{"price":10,"shipping":50}}' },
  },
  {
    stockGateway: 'puts all fields of one type condition where the first of them stands',
    graph: catalog,
    operation: '{ product(id: "1") { ... on Product { id } sku } product(id: "1") { ... on Product { name } } }',
    ours: { data: '{"product":{"id":"1","sku":"saw","name":"The saw"}}' },
    stock: { data: '{"product":{"id":"1","name":"The saw","sku":"saw"}}' },
  },
  {
    stockGateway: 'forgets the type of an object inside of a fragment on its interface',
    graph: provides,
    operation: '{ film(id: "f1") { ...Titled } } fragment Titled on Medium { title ... on Film { id } }',
    ours: { data: '{"film":{"title":"Film 0","id":"f1"}}' },
    stock: { data: '{"film":{"title":"Film 0"}}' },
  },
  {
    stockGateway: 'throws at introspection in a fragment with a condition',
    graph: renamed,
    operation: '{ ... @include(if: true) { __type(name: "Ware") { name } } }',
    ours: { data: '{"__type":{"name":"Ware"}}' },
    stock: {
      data: 'null',
      errors: [
        'Thrown: Was not able to find any options for __type(name: "Ware") { name }: This shouldn\'t have happened.',
      ],
    },
  },
  {
    stockGateway: 'counts only the entities that it has asked for, so that errors are told of their neighbours',
    graph: errors,
    operation: '{ stays { id ... on Tent { heater } } }',
    ours: {
      data: '{"stays":[{"id":"h0"},null,null,null,{"id":"h1"}]}',
      errors: [
        'stay away at stays.3 (DOWNSTREAM_SERVICE_ERROR)',
        'Cannot return null for non-nullable field Tent.heater. at stays.2.heater (DOWNSTREAM_SERVICE_ERROR)',
      ],
    },
    stock: {
      data: '{"stays":[{"id":"h0"},null,null,null,{"id":"h1"}]}',
      errors: [
        'stay away at stays.3 (DOWNSTREAM_SERVICE_ERROR)',
        'Cannot return null for non-nullable field Tent.heater. at stays.0.heater (DOWNSTREAM_SERVICE_ERROR)',
      ],
    },
  },
  {
    stockGateway: 'tells of the fields that it has fetched for a requirement instead of those the client has asked for',
    graph: mutations,
    operation: 'mutation { close(id: "1") { account { summary } } }',
    ours: {
      data: '{"close":{"account":null}}',
      errors: [
        'Cannot return null for non-nullable field Account.balance. at close.account (DOWNSTREAM_SERVICE_ERROR)',
      ],
    },
    stock: {
      data: '{"close":{"account":null}}',
      errors: [
        'Cannot return null for non-nullable field Account.balance. at close.account.balance (DOWNSTREAM_SERVICE_ERROR)',
      ],
    },
  },
  {
    stockGateway: 'does not say what an error without a path has cost',
    graph: outages,
    operation: '{ city(id: "1") { name platforms } }',
    ours: {
      data: '{"city":{"name":"Bern","platforms":null}}',
      errors: ['No trains today. at city.platforms (DOWNSTREAM_SERVICE_ERROR)'],
    },
    stock: {
      data: '{"city":{"name":"Bern","platforms":null}}',
      errors: ['No trains today. (DOWNSTREAM_SERVICE_ERROR)'],
    },
  },
  {
    stockGateway: 'tells of a value of a wrong type only in an extension',
    graph: broken,
    operation: '{ shops { name } }',
    ours: {
      data: '{"shops":[{"name":"Shop 1"},{"name":null}]}',
      errors: ['Invalid value found for field Shop.name. at shops.1.name (SUBGRAPH_BAD_RESPONSE)'],
    },
    stock: {
      data: '{"shops":[{"name":"Shop 1"},{"name":null}]}',
      valueCompletion: ['Invalid value found for field Shop.name. at shops.1.name (INVALID_GRAPHQL)'],
    },
  },
  {
    stockGateway: 'fails the whole operation for something that should be a list or an object',
    graph: broken,
    operation: '{ shops { tags owner { name } } }',
    ours: {
      data: '{"shops":[{"tags":null,"owner":null},{"tags":null,"owner":null}]}',
      errors: [
        'Invalid list found for field Shop.tags. at shops.1.tags (SUBGRAPH_BAD_RESPONSE)',
        'Invalid object found for field Shop.owner. at shops.1.owner (SUBGRAPH_BAD_RESPONSE)',
      ],
    },
    stock: { data: 'null', errors: ['Invalid non-list value 7 returned by subgraph for list type [String!]'] },
  },
  {
    stockGateway: 'shows clients the exception of a subgraph that is not there, and not what it has cost',
    graph: broken,
    operation: '{ shop(id: "1") { name average } }',
    ours: {
      data: '{"shop":{"name":"Shop 1","average":null}}',
      errors: ['A part of the answer is not available right now. Try again. at shop.average (SUBGRAPH_UNAVAILABLE)'],
    },
    stock: { data: '{"shop":{"name":"Shop 1","average":null}}', errors: ['connect ECONNREFUSED 10.0.0.7:4001'] },
  },
];
