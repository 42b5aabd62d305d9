import { federation } from './authorization-graph.ts';

/** A graph in which one directive stands wherever it may stand. */
export const subgraphs = (imports: string, directive: string) => [
  `${federation(imports)}
  type Query {
    doc: Doc docs: [Doc!]! secret: Secret secrets: [Secret!] hidden: Doc ${directive}
    thing: Thing any: Any anys: [Any!] locked: Locked item: Item items: [Item]
  }
  type Mutation { wipe: Doc ${directive} touch: Doc }
  type Doc @key(fields: "id") {
    id: ID! open: String secret: String ${directive} shared: String @shareable
    code: Code level: Level codes: [Code!] find(code: Code): String parts: [[Doc!]!]
  }
  type Secret ${directive} { value: String }
  scalar Code ${directive}
  enum Level ${directive} { LOW HIGH }
  interface Thing { id: ID! name: String }
  type Open implements Thing { id: ID! name: String }
  type Closed implements Thing ${directive} { id: ID! name: String }
  type Vault ${directive} { id: ID! }
  union Any = Open | Closed
  union Locked = Closed | Vault
  interface Item @key(fields: "id") { id: ID! label: String kin: Item }
  type Book implements Item @key(fields: "id") { id: ID! label: String kin: Item }
  type Film implements Item @key(fields: "id") { id: ID! label: String ${directive} kin: Item }`,
  `${federation(imports)}
  type Doc @key(fields: "id") {
    id: ID! shared: String @shareable ${directive} secret: String @external
    summary: String @requires(fields: "secret") ${directive}
  }
  type Item @key(fields: "id") @interfaceObject { id: ID! rating: Int ${directive} votes: String }`,
];

type Case = readonly [operation: string, left: string];

/** Which operation is left to somebody who is refused; to all others it is left as it is. */
export const CASES: Record<string, readonly Case[]> = {
  'a field': [
    ['{ doc { open secret } }', '{ doc { open } }'],
    ['{ doc { secret } }', ''],
    ['{ doc { open x: secret y: secret } }', '{ doc { open } }'],
    ['{ doc { open: secret } docs { open } }', '{ docs { open } }'],
    ['{ docs { ...F } } fragment F on Doc { open secret }', '{ docs { ...F } } fragment F on Doc { open }'],
    ['{ docs { open ...F } } fragment F on Doc { secret }', '{ docs { open } }'],
    ['{ doc { ... on Doc { secret } ... { open } } }', '{ doc { ... { open } } }'],
    ['{ doc { open ...F } } fragment F on Doc { ...G } fragment G on Doc { secret }', '{ doc { open } }'],
    ['query Q($v: Boolean!) { doc { open secret @include(if: $v) } }', 'query Q { doc { open } }'],
    ['{ doc { parts { id secret parts { secret } } } }', '{ doc { parts { id } } }'],
    ['{ doc { __typename secret } }', '{ doc { __typename } }'],
  ],
  'a field of one of its subgraphs, or that requires it': [
    ['{ doc { open shared } }', '{ doc { open } }'],
    ['{ doc { summary } }', ''],
    ['{ doc { open summary secret } }', '{ doc { open } }'],
  ],
  'a field of a root type': [
    ['{ hidden { open } doc { open } }', '{ doc { open } }'],
    ['{ hidden { __typename } }', ''],
    ['mutation { wipe { id } touch { id } }', 'mutation { touch { id } }'],
    ['mutation { touch { secret } }', ''],
  ],
  'a type': [
    ['{ secret { value } doc { open } }', '{ doc { open } }'],
    ['{ secret { __typename } }', ''],
    ['{ all: secrets { ...F } doc { id } } fragment F on Secret { __typename v: value }', '{ doc { id } }'],
  ],
  'a scalar or an enum': [
    ['{ doc { open code level codes } }', '{ doc { open } }'],
    ['{ doc { c: code } }', ''],
    ['{ docs { ... on Doc { level id } } }', '{ docs { ... on Doc { id } } }'],
    // What a client sends is no secret to it.
    ['query Q($code: Code) { doc { find(code: $code) } }', 'query Q($code: Code) { doc { find(code: $code) } }'],
  ],
  'a member of a union': [
    ['{ any { ... on Open { name } ... on Closed { name } } }', '{ any { ... on Open { name } } }'],
    ['{ anys { __typename ... on Closed { id } } }', '{ anys { __typename } }'],
    ['{ any { ... on Closed { __typename } } }', ''],
    [
      '{ any { ...C ...O } } fragment C on Closed { n: name } fragment O on Open { n: name }',
      '{ any { ...O } } fragment O on Open { n: name }',
    ],
    ['{ any { ... on Thing { name } ... on Open { id } } }', '{ any { ... on Open { id } } }'],
    [
      '{ any { ... on Thing { ... on Closed { id } ... on Open { id } } } }',
      '{ any { ... on Thing { ... on Open { id } } } }',
    ],
  ],
  'all members of a union': [
    ['{ locked { __typename } doc { id } }', '{ doc { id } }'],
    ['{ locked { ... on Vault { id } ... on Closed { id } } }', ''],
  ],
  'a field of an implementer': [
    ['{ item { id label } }', '{ item { id } }'],
    ['{ item { id ... on Book { label } ... on Film { label } } }', '{ item { id ... on Book { label } } }'],
    ['{ items { __typename ...F } } fragment F on Item { l: label }', '{ items { __typename } }'],
    [
      '{ item { kin { label ... on Book { kin { label votes } } } } }',
      '{ item { kin { ... on Book { kin { votes } } } } }',
    ],
  ],
  'a field of an interface object': [
    ['{ item { id rating votes } }', '{ item { id votes } }'],
    ['{ items { votes ... on Book { rating } } }', '{ items { votes } }'],
    [
      '{ items { votes ...F } } fragment F on Film { r: rating id }',
      '{ items { votes ...F } } fragment F on Film { id }',
    ],
  ],
  'nothing that is asked for': [
    [
      '{ __schema { types { name fields { name } } } __type(name: "Secret") { name } }',
      '{ __schema { types { name fields { name } } } __type(name: "Secret") { name } }',
    ],
    ['{ __typename doc { id open } }', '{ __typename doc { id open } }'],
    ['{ secret { value } __type(name: "Secret") { name } }', '{ __type(name: "Secret") { name } }'],
  ],
};

/** An interface of which one implementer is protected, composed since 2.12: it is protected itself. */
export const INHERITED: readonly Case[] = [
  ['{ thing { id } doc { id } }', '{ doc { id } }'],
  ['{ thing { __typename } }', ''],
  ['{ thing { ... on Open { id } } }', ''],
];

/** The same composed before: it is not, what is selected on it is. */
export const NOT_INHERITED: readonly Case[] = [
  ['{ thing { id } doc { id } }', '{ doc { id } }'],
  ['{ thing { __typename id } }', '{ thing { __typename } }'],
  ['{ thing { ... on Open { id } ... on Closed { id } } }', '{ thing { ... on Open { id } } }'],
  [
    '{ thing { ... on Thing { name } ...F } } fragment F on Open { name }',
    '{ thing { ...F } } fragment F on Open { name }',
  ],
];
