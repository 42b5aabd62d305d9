import { expect, test } from 'vitest';
import { transact } from '../src/transact.ts';
import { heardNumbers, note, say } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

// They wait more than they work, and know nothing of each other.
test.concurrent('what was told has been heard when transact answers', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const { database, bus } = await house.open();
  await bus.listen({ 'numbers.said.v1': note });

  await transact({ db: database.db, events: bus }, (_, tell) => tell('numbers.said.v1', { key: 'a', number: 7 }));

  expect(await database.sql`select key, number from listener.heard`).toEqual([{ key: 'a', number: 7 }]);
});

test.concurrent('what is told in a transaction that fails is never heard', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const { database, bus } = await house.open();
  await bus.listen({ 'numbers.said.v1': note });

  const failed = transact({ db: database.db, events: bus }, async (_, tell) => {
    await tell('numbers.said.v1', { key: 'a', number: 7 });
    throw new Error('changed my mind');
  });

  await expect(failed).rejects.toThrow('changed my mind');
  expect(await database.sql`select count(*)::int from pgboss.job`).toEqual([{ count: 0 }]);
});

test.concurrent('a hundred events told at once are all heard, once each', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const { database, bus } = await house.open();
  await bus.listen({ 'numbers.said.v1': note });
  const numbers = Array.from({ length: 100 }, (_, index) => index);

  await transact({ db: database.db, events: bus }, async (_, tell) => {
    for (const number of numbers) await tell('numbers.said.v1', { key: 'a', number });
  });

  await expect
    .poll(() => database.sql`select number from listener.heard order by number`, { timeout: 20_000 })
    .toEqual(numbers.map((number) => ({ number })));
});

test.concurrent('an event that is delivered twice has its effect once', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const { database, bus } = await house.open();
  await bus.listen({ 'numbers.said.v1': note });
  await transact({ db: database.db, events: bus }, (_, tell) => tell('numbers.said.v1', { key: 'a', number: 7 }));

  await database.sql`update pgboss.job set state = 'created', completed_on = null, started_on = null where name = 'listener/numbers.said.v1'`;
  await expect
    .poll(() => database.sql`select state from pgboss.job where name = 'listener/numbers.said.v1'`, { timeout: 10_000 })
    .toEqual([{ state: 'completed' }]);

  expect(await database.sql`select number from listener.heard`).toEqual([{ number: 7 }]);
});

test.concurrent('a handler that fails is tried again, and others do not wait for it', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const { database, bus } = await house.open();
  let tries = 0;
  await bus.listen({
    'numbers.said.v1': async (tx, payload) => {
      if (payload.number === 7 && ++tries === 1) throw new Error('not today');
      await note(tx, payload);
    },
  });
  const tell = (number: number) =>
    transact({ db: database.db, events: bus }, (_, say) => say('numbers.said.v1', { key: 'a', number }));

  await Promise.all([tell(7), tell(8)]);

  await expect
    .poll(() => database.sql`select number from listener.heard order by position`, { timeout: 20_000 })
    .toEqual([{ number: 8 }, { number: 7 }]);
});

// Measures: nothing else happens meanwhile.
test('a subscriber that is not there is waited for once, and loses nothing', async () => {
  await using house = await buildSmallHouse();
  const teller = await house.open();
  const tell = (number: number) =>
    transact({ db: teller.database.db, events: teller.bus }, (_, say) => say('numbers.said.v1', { key: 'a', number }));
  await tell(1);
  const before = performance.now();
  await tell(2);
  expect(performance.now() - before).toBeLessThan(900);

  const { database, bus } = await house.open();
  await bus.listen({ 'numbers.said.v1': note });

  await expect
    .poll(() => database.sql`select number from listener.heard order by number`, { timeout: 10_000 })
    .toEqual([{ number: 1 }, { number: 2 }]);
});

test.concurrent('an event that cannot be handled does not keep the next from being waited for', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const listener = await house.open();
  await listener.bus.listen({
    'numbers.said.v1': async (tx, payload) => {
      if (payload.number === 7) throw new Error('never');
      await note(tx, payload);
    },
  });

  await Promise.all([say(listener, 7), say(listener, 8)]);
  await say(listener, 9);

  expect(await heardNumbers(listener)).toEqual([8, 9]);
});
