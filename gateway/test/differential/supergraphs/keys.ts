import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const FLEET = federated(`
  type Query { car(plate: ID!): Car cars: [Car] fleet: [[Car]!] garage(id: ID = "1"): Garage }
  type Car @key(fields: "plate") { plate: ID! maker: Maker driver: Driver wheels: [Wheel!]! }
  type Maker @key(fields: "name") { name: String! cars: [Car!] }
  type Driver @key(fields: "licence { country number }") { licence: Licence! cars(first: Int = 1): [Car] }
  type Licence @shareable { country: String! number: Int }
  type Wheel @key(fields: "car { plate } position") { car: Car! position: Int! worn: Boolean }
  type Garage @key(fields: "id") @key(fields: "doors { code }") { id: ID! doors: [Door!]! name: String }
  type Door @shareable { code: ID! }
`);

const REGISTRY = federated(`
  type Query { registered(vin: ID!): Car owners: [Owner!]! }
  type Car @key(fields: "plate") @key(fields: "vin") { plate: ID! vin: ID owner: Owner year: Int! }
  type Owner @key(fields: "id") { id: ID! name: String cars: [Car!]! heir: Owner }
  type Driver @key(fields: "licence { country number }") @key(fields: "badge") {
    licence: Licence!
    badge: ID
    name: String
  }
  type Licence @shareable { country: String! number: Int }
`);

const WORKSHOP = federated(`
  type Query { repairs(vin: ID): [Repair] }
  type Car @key(fields: "vin") @key(fields: "plate") {
    vin: ID
    plate: ID!
    repairs(first: Int): [Repair!]
    isSafe: Boolean!
    mechanic: Driver
  }
  type Repair @key(fields: "car { vin } number") { car: Car! number: Int! cost: Float parts: [String!] }
  type Driver @key(fields: "badge") { badge: ID! repaired: [Car!] }
  type Wheel @key(fields: "car { plate } position") { car: Car! position: Int! pressure: Float }
`);

const YARD = federated(`
  type Query { yard: Garage }
  type Garage @key(fields: "doors { code }") { doors: [Door!]! parked: [Car] isOpen: Boolean }
  type Door @shareable { code: ID! }
  type Car @key(fields: "vin", resolvable: false) { vin: ID }
`);

function world() {
  const plates = ['A1', 'B2', 'C3', 'D4'];
  const cars: Thing[] = plates.map((plate, index) => ({
    __typename: 'Car',
    plate,
    // A car that is known by its plate alone cannot be found by its number.
    vin: index === 2 ? null : `vin-${index}`,
    year: 2000 + index,
    isSafe: index !== 1,
    maker: () => (index === 3 ? null : makers[index % 2]),
    driver: () => drivers[index] ?? null,
    wheels: () => wheels.filter((wheel) => wheel.of === plate),
    owner: () => owners[index % 3],
    repairs: ({ first }: Thing) =>
      repairs.filter((repair) => repair.of === plate).slice(0, typeof first === 'number' && first >= 0 ? first : 9),
    mechanic: () => drivers[(index + 1) % 3] ?? null,
  }));
  const makers: Thing[] = ['Opel', 'Fiat'].map((name, index) => ({
    __typename: 'Maker',
    name,
    cars: () => cars.filter((_, nth) => nth % 2 === index),
  }));
  const drivers: Thing[] = [12, null, 14].map((number, index) => ({
    __typename: 'Driver',
    licence: { country: index === 0 ? 'IT' : 'DE', number },
    badge: `badge-${index}`,
    name: `Driver ${index}`,
    cars: ({ first }: Thing) => [null, ...cars].slice(0, Number(first ?? 9)),
    repaired: () => cars.slice(index),
  }));
  const wheels: Thing[] = plates.flatMap((of, index) =>
    [1, 2].map((position) => ({
      __typename: 'Wheel',
      of,
      position,
      car: () => cars[index],
      worn: index === position,
      pressure: index === 2 ? null : index + position / 2,
      absentIn: of === 'D4' ? ['workshop'] : [],
    })),
  );
  const owners: Thing[] = ['1', '2', '3'].map((id, index) => ({
    __typename: 'Owner',
    id,
    name: index === 1 ? null : `Owner ${id}`,
    cars: () => cars.filter((_, nth) => nth % 3 === index),
    heir: () => owners[index + 1] ?? null,
  }));
  const repairs: Thing[] = ['A1', 'A1', 'B2'].map((of, index) => ({
    __typename: 'Repair',
    of,
    number: index,
    car: () => cars.find(({ plate }) => plate === of),
    cost: index * 10.5,
    parts: index === 1 ? null : ['bolt', 'nut'].slice(index),
  }));
  const garages: Thing[] = ['1', '2'].map((id, index) => ({
    __typename: 'Garage',
    id,
    doors: ['x', 'y'].slice(index).map((code) => ({ code: `${id}${code}` })),
    name: `Garage ${id}`,
    parked: () => [cars[index], null, cars[3], cars[2]],
    isOpen: index === 0,
  }));
  const query = {
    car: ({ plate }: Thing) => cars.find((car) => car.plate === plate),
    cars: () => [cars[3], null, cars[0], cars[0], cars[2], cars[1]],
    fleet: () => [[cars[0], null], [], [cars[2], cars[1], cars[0]]],
    garage: ({ id }: Thing) => byId(garages, id),
    registered: ({ vin }: Thing) => cars.find((car) => car.vin === vin),
    owners: () => owners,
    repairs: ({ vin }: Thing) => [
      null,
      ...repairs.filter((repair) => !vin || vin === `vin-${'AB'.indexOf(String(repair.of)[0] ?? '')}`),
    ],
    yard: () => garages[1],
  };
  return { query, entities: [...cars, ...makers, ...drivers, ...wheels, ...owners, ...repairs, ...garages] };
}

/** Cars: keys of several fields, of nested objects and of lists, keys that change on the way, null keys, missing entities. */
export const keys: TestGraph = {
  name: 'keys',
  subgraphs: { fleet: FLEET, registry: REGISTRY, workshop: WORKSHOP, yard: YARD },
  world,
  isJudgedByStockAlone: true,
  values: { plate: ['A1', 'B2', 'C3', 'D4', 'Z9'], vin: ['vin-0', 'vin-1', 'vin-2'] },
};
