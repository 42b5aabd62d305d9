import { afterAll, expect, test } from 'vitest';
import { type Answer, type Fetch, startSmallGraph, told } from './small-graph.ts';

type Sent = { data?: unknown; errors?: unknown };

/** What the two subgraphs send: houses, and the rooms that belong to them. */
const sent: { houses: Sent; rooms: (fetch: Fetch) => Sent } = { houses: {}, rooms: () => ({}) };

const graph = await startSmallGraph({
  houses: {
    sdl: `type Query { house: House houses: [House] row: [House!] strict: House! }
      type House @key(fields: "id") { id: ID! name: String! owner: Person street: Street! next: House must: House! }
      type Person { name: String! dog: Dog }
      type Dog { name: String! }
      type Street { name: String! }`,
    answer: () => sent.houses,
  },
  rooms: {
    sdl: `type House @key(fields: "id") { id: ID! rooms: Int! view: String doors: [Door!]! windows: [Door!] }
      type Door { width: Int! }`,
    answer: (fetch) => sent.rooms(fetch),
  },
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Asks while the subgraphs send this. */
function ask(operation: string, houses: object, entities: unknown[] = []): Promise<Answer> {
  sent.houses = { data: houses };
  sent.rooms = () => ({ data: { _entities: entities } });
  return graph.ask(operation);
}

const BAD = 'SUBGRAPH_BAD_RESPONSE';

test.each([
  { what: 'a value', operation: '{ house { name } }', sends: { house: { name: null } }, path: 'house.name' },
  { what: 'a value that is not there', operation: '{ house { name } }', sends: { house: {} }, path: 'house.name' },
  {
    what: 'an object',
    operation: '{ house { street { name } } }',
    sends: { house: { street: null } },
    path: 'house.street',
  },
  {
    what: 'a value of an object that may not be null',
    operation: '{ house { street { name } } }',
    sends: { house: { street: { name: null } } },
    path: 'house.street.name',
  },
  {
    what: 'a value of an object that may be null',
    operation: '{ house { owner { name dog { name } } } }',
    sends: { house: { owner: { name: 'Ann', dog: { name: null } } } },
    data: { house: { owner: { name: 'Ann', dog: null } } },
    path: 'house.owner.dog.name',
  },
  {
    what: 'a value of an item',
    operation: '{ houses { name } }',
    sends: { houses: [{ name: 'A' }, { name: null }, null] },
    data: { houses: [{ name: 'A' }, null, null] },
    path: 'houses.1.name',
  },
  { what: 'a root field', operation: '{ strict { id } }', sends: { strict: null }, data: null, path: 'strict' },
])('a null for $what that may not be null takes what may', async ({ operation, sends, data, path }) => {
  const answer = await ask(operation, sends);

  expect(answer.data).toEqual(data === undefined ? { house: null } : data);
  expect(told(answer)).toEqual([`${BAD} at ${path}`]);
});

test('where several nulls take one object, the object is explained once', async () => {
  const answer = await ask('{ house { name street { name } } }', { house: { name: null, street: null } });

  expect(answer.data).toEqual({ house: null });
  expect(told(answer)).toEqual([`${BAD} at house.name`]);
});

test('a null that its subgraph has explained is not explained again', async () => {
  const errors = [{ message: 'No rooms.', path: ['_entities', 0, 'rooms'], extensions: { code: 'CONFLICT' } }];
  sent.houses = { data: { house: { __typename: 'House', id: '1' } } };
  sent.rooms = () => ({ data: { _entities: [null] }, errors });

  const answer = await graph.ask('{ house { id rooms } }');

  expect(answer.data).toEqual({ house: null });
  expect(told(answer)).toEqual(['CONFLICT at house.rooms']);
});

test('an entity that its subgraph does not know is null, which is no error where it may be', async () => {
  const house = (id: string) => ({ __typename: 'House', id });

  const answer = await ask('{ houses { id rooms doors { width } } }', { houses: [house('1'), house('2')] }, [
    null,
    { rooms: 2, doors: [] },
  ]);

  expect(answer.data).toEqual({ houses: [null, { id: '2', rooms: 2, doors: [] }] });
  expect(told(answer)).toEqual([]);

  const renamed = await ask('{ house { key: id rooms } }', { house: { ...house('1'), key: '1' } }, [null]);
  expect([renamed.data, told(renamed)]).toEqual([{ house: null }, []]);
});

test('an entity of which one subgraph tells and another knows nothing lacks what it may not, which is an error', async () => {
  const answer = await ask('{ house { id name rooms } }', { house: { __typename: 'House', id: '1', name: 'A' } }, [
    null,
  ]);

  expect(answer.data).toEqual({ house: null });
  expect(told(answer)).toEqual([`${BAD} at house.rooms`]);
});

test('an entity that its subgraph does not know takes what may not be without it, which is an error', async () => {
  const answer = await ask('{ house { must { rooms } } }', { house: { must: { __typename: 'House', id: '2' } } }, [
    null,
  ]);
  const listed = await ask('{ row { rooms } }', { row: [{ __typename: 'House', id: '2' }] }, [null]);

  expect([answer.data, told(answer)]).toEqual([{ house: null }, [`${BAD} at house.must.rooms`]]);
  expect([listed.data, told(listed)]).toEqual([{ row: null }, [`${BAD} at row.0.rooms`]]);
});

test('a null in a list that holds none takes the list, and what may not be without it', async () => {
  const house = { __typename: 'House', id: '1' };
  const doors = [{ width: 80 }, { width: null }];

  const nullable = await ask('{ house { id windows { width } } }', { house }, [{ windows: doors }]);
  const required = await ask('{ house { id doors { width } } }', { house }, [{ doors }]);

  expect([nullable.data, told(nullable)]).toEqual([
    { house: { id: '1', windows: null } },
    [`${BAD} at house.windows.1.width`],
  ]);
  expect([required.data, told(required)]).toEqual([{ house: null }, [`${BAD} at house.doors.1.width`]]);
});

test('a subgraph that says of fewer entities than it was asked for has answered nothing', async () => {
  const house = (id: string) => ({ __typename: 'House', id });

  const answer = await ask('{ houses { id view } }', { houses: [house('1'), house('2')] }, [{ view: 'sea' }]);

  expect(answer.data).toEqual({
    houses: [
      { id: '1', view: null },
      { id: '2', view: null },
    ],
  });
  expect(told(answer)).toEqual([`${BAD} at houses.0.view`, `${BAD} at houses.1.view`]);
});

test('a null object with a reason stays a null: it is not filled by others', async () => {
  sent.rooms = () => {
    throw new Error('is not asked');
  };
  sent.houses = {
    data: { house: null },
    errors: [{ message: 'Sold.', path: ['house'], extensions: { code: 'GONE' } }],
  };

  const answer = await graph.ask('{ house { name view } }');

  expect(answer.data).toEqual({ house: null });
  expect(told(answer)).toEqual(['GONE at house']);
});

test('an error that leads nowhere explains no null', async () => {
  sent.houses = { data: { house: { name: null } }, errors: [{ message: 'Odd.', path: ['elsewhere'] }] };

  const answer = await graph.ask('{ house { name } }');

  expect(answer.data).toEqual({ house: null });
  expect(told(answer)).toEqual(['DOWNSTREAM_SERVICE_ERROR at ', `${BAD} at house.name`]);
  expect(answer.errors?.[0]).not.toHaveProperty('path');
});
