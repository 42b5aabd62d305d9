import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const EVENTS = federated(`
  scalar JSON
  scalar Date @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")
  type Query {
    event(id: ID!): Event
    events(after: Date = "2020-01-01", where: JSON): [Event]
    echo(json: JSON = { a: [1, null, { b: "c" }] }, dates: [Date!], float: Float, id: ID, int: Int): JSON
    matrix: [[Float!]!]! @shareable
  }
  type Event @key(fields: "id") @key(fields: "at place { point }") {
    id: ID!
    at: Date!
    place: Place
    payload(path: [String!]): JSON
    tags: [[String]]
    big: Float
  }
  type Place @shareable { point: JSON name: String }
`);

const CALENDAR = federated(`
  scalar JSON
  scalar Date
  type Query { days(of: [Date]): [Day!] matrix: [[Float!]!]! @shareable }
  type Day { date: Date! events: [Event] notes: JSON }
  type Event @key(fields: "at place { point }") { at: Date! place: Place length(unit: Unit = HOUR): Float guests: [JSON!] }
  type Place @shareable { point: JSON name: String }
  enum Unit { HOUR MINUTE }
`);

const ALARMS = federated(`
  scalar JSON
  type Query { alarms: [Alarm!]! }
  type Alarm { id: ID! on: Event settings: JSON! repeat: [Int] }
  type Event @key(fields: "id") { id: ID! payload(path: [String!]): JSON @external alarm: Alarm urgency: String @requires(fields: "payload") }
`);

function world() {
  const events: Thing[] = ['1', '2', '3'].map((id, index) => ({
    __typename: 'Event',
    id,
    at: `2021-0${index + 1}-01`,
    place: { point: [index, { deep: [index] }], name: index === 1 ? null : `Place ${index}` },
    payload: ({ path }: { path?: string[] | null }) =>
      path ? { path } : { id, nested: { __typename: 'NotAType', list: [1, 'two', null] } },
    tags: [['a', null], null, []],
    big: 1e21 + index,
    length: ({ unit }: Thing) => (unit === 'MINUTE' ? 90 : 1.5),
    guests: [{ name: 'x' }, 'y', 3, [null], true],
    alarm: () => alarms[index] ?? null,
    urgency() {
      const payload = (this as Thing).payload;
      return JSON.stringify(typeof payload === 'function' ? payload({}) : payload);
    },
  }));
  const alarms: Thing[] = [0, 1].map((index) => ({
    id: `alarm-${index}`,
    on: () => events[index],
    settings: index === 0 ? false : { id: 'inner', on: { id: '7' } },
    repeat: [1, null, index],
  }));
  const query = {
    event: ({ id }: Thing) => byId(events, id),
    events: ({ after, where }: Thing) => [null, ...events.filter(({ at }) => where || String(at) > String(after))],
    echo: (args: Thing) => args,
    matrix: [[1, 2.5], [], [-0.5]],
    days: ({ of }: Thing) =>
      ((of as string[] | null) ?? ['2021-01-01']).map((date) => ({
        date: date ?? 'never',
        events: events.filter(({ at }) => at === date),
        notes: { date, events: [] },
      })),
    alarms: () => alarms,
  };
  return { query, entities: events };
}

/** A calendar: scalars that hold objects and lists, also as keys and as arguments, and lists of lists. */
export const scalars: TestGraph = {
  name: 'scalars',
  subgraphs: { events: EVENTS, calendar: CALENDAR, alarms: ALARMS },
  world,
  values: {
    JSON: [1, 'text', true, null, [1, [null]], { a: { b: [] } }, { __typename: 'Event', id: '1' }],
    Date: ['2020-12-31', '2021-01-01', '2021-02-01'],
  },
};
