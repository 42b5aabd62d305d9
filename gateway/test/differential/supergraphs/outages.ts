import { byId, federated, type SubgraphResult, type TestGraph, type Thing } from '../test-graph.ts';

const CITIES = federated(`
  type Query { cities(first: Int): [City!]! city(id: ID!): City }
  type City @key(fields: "id") { id: ID! name: String country: Country }
  type Country @key(fields: "code") { code: ID! cities: [City!] }
`);

const WEATHER = federated(`
  type Query { storms: [Storm!] }
  type City @key(fields: "id") { id: ID! sky(day: Int = 0): String wind: Wind rain: Int! }
  type Wind { speed: Int city: City! }
  type Storm { city: City name: String }
`);

const TRAINS = federated(`
  type Query { line(name: String = "x"): [City] timetable: String! }
  type City @key(fields: "id") { id: ID! platforms: Int lines: [String!]! }
`);

const ROADS = federated(`
  type Query { roads: [Road] }
  type Road { from: City to: City }
  type City @key(fields: "id", resolvable: false) { id: ID! }
  type Country @key(fields: "code") { code: ID! roads: [Road!] toll: Float }
`);

function world() {
  const cities: Thing[] = ['Bern', 'Kiel', 'Rom'].map((name, index) => ({
    __typename: 'City',
    id: String(index + 1),
    name,
    country: () => countries[index % 2],
    sky: ({ day }: Thing) => `sky ${day} of ${name}`,
    wind: () => ({ speed: index === 1 ? null : index, city: cities[index] }),
    rain: index,
    platforms: index,
    lines: ['S1'],
  }));
  const countries: Thing[] = ['CH', 'DE'].map((code, index) => ({
    __typename: 'Country',
    code,
    cities: () => cities.filter((_, nth) => nth % 2 === index),
    roads: () => roads.slice(index),
    toll: index,
  }));
  const roads = [0, 1].map((index) => ({ from: () => cities[index], to: () => cities[index + 1] }));
  const query = {
    cities: ({ first }: Thing) => cities.slice(0, typeof first === 'number' && first >= 0 ? first : 9),
    city: ({ id }: Thing) => byId(cities, id),
    storms: () => [{ city: cities[1], name: 'Ute' }],
    line: () => [cities[2], null, cities[0]],
    timetable: 'soon',
    roads: () => [roads[0], null, roads[1]],
  };
  return { query, entities: [...cities, ...countries] };
}

const withoutPaths = ({ data, errors = [] }: SubgraphResult): SubgraphResult => ({
  data,
  errors: [...errors.map(({ message }) => ({ message })), { message: 'It may rain.' }],
});

const refused = (): SubgraphResult => ({ data: null, errors: [{ message: 'No trains today.' }] });

const without = (operation: string): SubgraphResult => ({
  errors: [{ message: operation.includes('_entities') ? 'Roads are shut.' : 'There are no roads.' }],
});

/** Cities whose subgraphs behave badly: one complains without a path beside good data, one refuses, one has no data at all. */
export const outages: TestGraph = {
  name: 'outages',
  subgraphs: { cities: CITIES, weather: WEATHER, trains: TRAINS, roads: ROADS },
  world,
  isJudgedByStockAlone: true,
  manners: { weather: withoutPaths, trains: refused, roads: (_, operation) => without(operation) },
};
