import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const ZOO = federated(`
  type Query { animals: [Animal]! animal(id: ID!): Animal cages: [[Animal!]] pets: [Pet!]! @shareable being(id: ID!): Being }
  interface Being { id: ID! }
  interface Animal implements Being { id: ID! name: String friend: Animal keeper: Keeper }
  type Cat implements Animal & Being @key(fields: "id") { id: ID! name: String friend: Animal keeper: Keeper lives: Int! }
  type Dog implements Animal & Being @key(fields: "id") { id: ID! name: String friend: Dog keeper: Keeper barks: Boolean }
  type Fish implements Animal & Being @key(fields: "id") { id: ID! name: String friend: Animal keeper: Keeper depth: Float! }
  union Pet = Cat | Dog
  type Keeper implements Being @key(fields: "id") { id: ID! name: String! favourite: Pet }
`);

const VETS = federated(`
  type Query { patients(first: Int = 9): [Patient] visits: [Visit!] }
  union Patient = Cat | Dog | Fish | Horse
  interface Treated { isIll: Boolean notes(first: Int): [String!]! }
  type Cat implements Treated @key(fields: "id") { id: ID! isIll: Boolean notes(first: Int): [String!]! size: Int }
  type Dog implements Treated @key(fields: "id") { id: ID! isIll: Boolean notes(first: Int): [String!]! size: Int! }
  type Fish implements Treated @key(fields: "id") { id: ID! isIll: Boolean notes(first: Int): [String!]! size: String }
  type Horse implements Treated @key(fields: "id") { id: ID! isIll: Boolean notes(first: Int): [String!]! rider: Keeper }
  type Visit { on: String animal: Patient treated: Treated companions: [[Patient]!] }
  type Keeper @key(fields: "id") { id: ID! animals: [Treated] }
`);

const SHOWS = federated(`
  type Query { star: Star stars: [Star!]! pets: [Pet!]! @shareable }
  interface Star { id: ID! fee(in: Coin = GOLD): Int }
  enum Coin { GOLD TIN }
  type Cat implements Star @key(fields: "id") { id: ID! fee(in: Coin = GOLD): Int trick: Trick }
  type Dog implements Star @key(fields: "id") { id: ID! fee(in: Coin = GOLD): Int trick: String }
  type Horse implements Star @key(fields: "id") { id: ID! fee(in: Coin = GOLD): Int }
  type Keeper implements Star @key(fields: "id") { id: ID! fee(in: Coin = GOLD): Int act: Act }
  union Pet = Cat | Dog
  union Act = Solo | Duo
  type Solo { by: Star length: Int }
  type Duo { by: [Star!] length: String }
  type Trick { name: String hoops: [Int] }
`);

function world() {
  const names = ['Tom', 'Rex', 'Nemo', 'Ed', 'Kit', 'Fido'];
  const kinds = ['Cat', 'Dog', 'Fish', 'Horse', 'Cat', 'Dog'];
  const animals: Thing[] = names.map((name, index) => ({
    __typename: kinds[index],
    id: `a${index}`,
    name: index === 2 ? null : name,
    friend: () => (kinds[index] === 'Dog' ? animals[5] : (animals[(index + 1) % 3] ?? null)),
    keeper: () => keepers[index] ?? null,
    lives: 9 - index,
    barks: index === 1 ? null : true,
    depth: index + 0.5,
    isIll: index % 2 === 0,
    notes: ({ first }: Thing) => ['ate', 'slept'].slice(0, typeof first === 'number' && first >= 0 ? first : 2),
    size: kinds[index] === 'Fish' ? 'small' : index,
    rider: () => keepers[0],
    fee: ({ in: coin }: Thing) => (index === 4 ? null : coin === 'TIN' ? index * 100 : index),
    trick: kinds[index] === 'Dog' ? `trick ${index}` : { name: 'jump', hoops: [1, null, index] },
    absentIn: index === 4 ? ['vets'] : [],
  }));
  const keepers: Thing[] = ['Jo', 'Al'].map((name, index) => ({
    __typename: 'Keeper',
    id: `k${index}`,
    name,
    favourite: () => animals[index],
    animals: () => [animals[index], null, animals[3 - index]],
    fee: ({ in: coin }: Thing) => (coin === 'TIN' ? 7 : index),
    act: () =>
      index === 0
        ? { __typename: 'Solo', by: animals[0], length: 5 }
        : { __typename: 'Duo', by: [animals[1], keepers[1]], length: 'long' },
  }));
  const zoo = animals.filter((animal) => animal.__typename !== 'Horse');
  const query = {
    animals: () => [zoo[0], null, ...zoo.slice(1)],
    animal: ({ id }: Thing) => byId(zoo, id),
    cages: () => [[zoo[0], zoo[1]], null, [], [zoo[2], zoo[0]]],
    pets: () => zoo.filter((animal) => animal.__typename !== 'Fish'),
    being: ({ id }: Thing) => byId([...zoo, ...keepers], id),
    patients: ({ first }: Thing) => [...animals, null].slice(0, Math.max(0, Number(first ?? 9))),
    visits: () =>
      animals.map((animal, index) => ({
        on: `day ${index}`,
        animal,
        treated: animals[(index * 2) % 6],
        companions: [[animals[5 - index], null], [animals[0]]],
      })),
    star: () => keepers[1],
    stars: () => [animals[1], animals[3], keepers[0], animals[4]],
  };
  return { query, entities: [...animals, ...keepers] };
}

/** A zoo: interfaces and unions whose objects differ between subgraphs, lists of lists of them, fields of one name and different types. */
export const abstractTypes: TestGraph = {
  name: 'abstract types',
  subgraphs: { zoo: ZOO, vets: VETS, shows: SHOWS },
  world,
  values: { id: ['a0', 'a1', 'a2', 'a4', 'k0', 'k1', 'x'] },
};
