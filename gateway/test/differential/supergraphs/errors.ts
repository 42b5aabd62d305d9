import { GraphQLError } from 'graphql';
import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const HOTELS = federated(`
  type Query {
    hotels: [Hotel!]!
    hotel(id: ID!): Hotel
    rooms: [[Room!]!]
    closed: Hotel
    burnt: Hotel!
    stays: [Stay]
  }
  interface Stay { id: ID! price: Int }
  type Hotel implements Stay @key(fields: "id") { id: ID! name: String! price: Int stars: Int rooms: [Room!]! best: Room! manager: Person! }
  type Room @key(fields: "number") { number: Int! bed: String! view: String hotel: Hotel! }
  type Tent implements Stay @key(fields: "id") { id: ID! price: Int }
  type Person @key(fields: "id") { id: ID! }
`);

const GUESTS = federated(`
  type Query { people: [Person] guest(id: ID!): Person! vanished: Person }
  type Person @key(fields: "id") { id: ID! name: String! age: Int room: Room friends: [Person!] enemies: [Person!]! }
  type Room @key(fields: "number") { number: Int! guests: [Person!] guest: Person! clean: Boolean! }
  type Hotel @key(fields: "id") { id: ID! guests: [[Person]!] slogan: String! }
`);

const EXTRAS = federated(`
  type Query { extra: String }
  type Hotel @key(fields: "id") { id: ID! pool: String tennis: Court! }
  type Court { size: Int! owner: Person }
  type Room @key(fields: "number") { number: Int! minibar: [String!]! safe: String }
  type Tent @key(fields: "id") { id: ID! heater: String! }
  type Person @key(fields: "id") { id: ID! diet: String! tip: Int }
`);

const problem = (message: string, code?: string) =>
  new GraphQLError(message, code === undefined ? {} : { extensions: { code, detail: { why: message } } });

function world() {
  const hotels: Thing[] = [0, 1, 2].map((index) => ({
    __typename: 'Hotel',
    id: `h${index}`,
    name: index === 2 ? problem('no name', 'NAMELESS') : `Hotel ${index}`,
    price: index === 1 ? problem('no price') : index,
    stars: index,
    rooms: () => rooms.filter((_, nth) => nth % 2 === index),
    best: () => (index === 1 ? null : rooms[index]),
    manager: () => people[index],
    guests: () => [[people[0], null], [people[index]]],
    slogan: index === 1 ? null : 'Sleep!',
    pool: index === 0 ? problem('pool is dry', 'DRY') : 'deep',
    tennis: () => (index === 2 ? null : { size: index === 1 ? problem('no size') : 3, owner: people[2] }),
    failsIn: index === 1 ? { extras: 'extras of h1 fail' } : {},
    absentIn: index === 2 ? ['guests'] : [],
  }));
  const rooms: Thing[] = [0, 1, 2, 3].map((index) => ({
    __typename: 'Room',
    number: index,
    bed: index === 3 ? problem('bed broke', 'BROKEN') : 'king',
    view: index === 1 ? problem('fog') : 'sea',
    hotel: () => (index === 2 ? null : hotels[index % 2]),
    guests: () => (index === 1 ? problem('guests left', 'GONE') : [people[index % 3], people[1]]),
    guest: () => (index === 2 ? null : people[index % 3]),
    clean: index === 1 ? null : true,
    minibar: index === 0 ? ['gin', problem('empty bottle'), 'rum'] : ['tea'],
    safe: index === 2 ? problem('locked', 'LOCKED') : '0000',
    failsIn: index === 3 ? { guests: 'room 3 is not in guests' } : {},
  }));
  const people: Thing[] = [0, 1, 2].map((index) => ({
    __typename: 'Person',
    id: `p${index}`,
    name: index === 1 ? problem('anonymous', 'NAMELESS') : `Person ${index}`,
    age: index === 2 ? problem('ageless') : index * 10,
    room: () => rooms[index],
    friends: () => people.filter((_, nth) => nth !== index),
    enemies: () => (index === 0 ? null : [people[0]]),
    diet: index === 0 ? problem('eats nothing') : 'all',
    tip: index,
    absentIn: index === 2 ? ['extras'] : [],
  }));
  const tents: Thing[] = [{ __typename: 'Tent', id: 't0', price: problem('free'), heater: null }];
  const query = {
    hotels: () => hotels.slice(0, 2),
    hotel: ({ id }: Thing) => byId(hotels, id),
    rooms: () => [[rooms[0], rooms[1]], [rooms[2]]],
    closed: () => problem('closed', 'CLOSED'),
    burnt: () => problem('burnt'),
    stays: () => [hotels[0], null, tents[0], problem('stay away'), hotels[1]],
    people: () => [people[0], problem('no person'), people[1], null, people[2]],
    guest: ({ id }: Thing) => byId(people, id),
    vanished: () => null,
    extra: () => problem('nothing extra', 'NOTHING'),
  };
  return { query, entities: [...hotels, ...rooms, ...people, ...tents] };
}

/** Hotels where much goes wrong: errors in nullable and other fields, in lists, in entities, nulls where none may be. */
export const errors: TestGraph = {
  name: 'errors',
  subgraphs: { hotels: HOTELS, guests: GUESTS, extras: EXTRAS },
  world,
  values: { id: ['h0', 'h1', 'h2', 'p0', 'p1', 'p2', 'x'] },
};
