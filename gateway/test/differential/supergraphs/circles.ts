import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const PEOPLE = federated(`
  type Query { viewer: Viewer! @shareable person(id: ID!): Person node(id: ID!): Node nodes(ids: [ID!]! = ["u1", "g1"]): [Node]! }
  interface Node { id: ID! }
  type Viewer @shareable { person: Person! }
  type Person implements Node @key(fields: "id") { id: ID! name: String! friends(first: Int = 2): PersonPage! boss: Person groups: [Group!] }
  type PersonPage @shareable { edges: [PersonEdge!]! total: Int }
  type PersonEdge @shareable { node: Person cursor: String! }
  type Group implements Node @key(fields: "id") { id: ID! }
  type Message implements Node @key(fields: "id", resolvable: false) { id: ID! }
`);

const GROUPS = federated(`
  type Query { viewer: Viewer! @shareable groups: [Group!]! }
  type Viewer @shareable { person: Person! }
  interface Node { id: ID! }
  type Group implements Node @key(fields: "id") { id: ID! title: String parent: Group children: [Group!]! members(first: Int): PersonPage owner: Person }
  type PersonPage @shareable { edges: [PersonEdge!]! total: Int }
  type PersonEdge @shareable { node: Person cursor: String! }
  type Person @key(fields: "id") { id: ID! owns: [Group!]! mainGroup: Group }
`);

const CHAT = federated(`
  type Query { message(id: ID!): Message inbox(first: Int! = 2): [Message!] }
  interface Node { id: ID! }
  type Message implements Node @key(fields: "id") { id: ID! text: String from: Person to: Target replies(first: Int = 1): [Message] root: Message! mentions: [Node!] }
  union Target = Person | Group
  type Person implements Node @key(fields: "id") { id: ID! sent: [Message!] last: Message }
  type Group implements Node @key(fields: "id") { id: ID! messages(first: Int = 2): [Message!] }
`);

const limit = (things: readonly (Thing | null | undefined)[], first: unknown) =>
  things.slice(0, typeof first === 'number' && first >= 0 ? first : undefined);

const pageOf = (things: readonly Thing[], first: unknown) => ({
  total: things.length,
  edges: limit(things, first).map((node) => ({ node, cursor: `after ${node?.id}` })),
});

function world() {
  const people: Thing[] = [1, 2, 3].map((nth) => ({
    __typename: 'Person',
    id: `u${nth}`,
    name: `User ${nth}`,
    friends: ({ first }: Thing) =>
      pageOf(
        people.filter((_, index) => index + 1 !== nth),
        first,
      ),
    boss: () => people[nth] ?? null,
    groups: () => groups.slice(nth - 1),
    owns: () => groups.filter((_, index) => index + 1 === nth),
    mainGroup: () => (nth === 2 ? null : groups[0]),
    sent: () => messages.filter((_, index) => index % 3 === nth - 1),
    last: () => messages[nth] ?? null,
    absentIn: nth === 3 ? ['groups'] : [],
  }));
  const groups: Thing[] = [1, 2, 3].map((nth) => ({
    __typename: 'Group',
    id: `g${nth}`,
    title: nth === 2 ? null : `Group ${nth}`,
    parent: () => groups[nth - 2] ?? null,
    children: () => groups.slice(nth, nth + 1),
    members: ({ first }: Thing) => (nth === 3 ? null : pageOf(people, first)),
    owner: () => people[nth - 1],
    messages: ({ first }: Thing) => limit(messages.slice(nth), first),
  }));
  const messages: Thing[] = [1, 2, 3, 4].map((nth) => ({
    __typename: 'Message',
    id: `m${nth}`,
    text: nth === 3 ? null : `Text ${nth}`,
    from: () => people[nth % 3],
    to: () => (nth % 2 === 0 ? groups[nth - 2] : people[nth - 1]),
    replies: ({ first }: Thing) => limit([messages[nth], null], first),
    root: () => messages[0],
    mentions: () => [people[0], groups[1], messages[3]],
  }));
  const all = [...people, ...groups, ...messages];
  const query = {
    viewer: { person: () => people[0] },
    person: ({ id }: Thing) => byId(people, id),
    node: ({ id }: Thing) => byId(all, id),
    nodes: ({ ids }: Thing) => (ids as string[]).map((id) => byId(all, id)),
    groups: () => groups,
    message: ({ id }: Thing) => byId(messages, id),
    inbox: ({ first }: Thing) => limit(messages, first),
  };
  return { query, entities: all };
}

/** A network of people, groups and messages that all refer to each other, with pages and nodes as Relay has them. */
export const circles: TestGraph = {
  name: 'circles',
  subgraphs: { people: PEOPLE, groups: GROUPS, chat: CHAT },
  world,
  values: { id: ['u1', 'u2', 'u3', 'g1', 'g2', 'm1', 'm3', 'x'], ids: ['u1', 'u3', 'g2', 'm2', 'x'] },
};
