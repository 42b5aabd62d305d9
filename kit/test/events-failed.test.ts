import { test, vi } from 'vitest';
import { startBoss } from '../src/events/boss.ts';
import { discardFailedEvents, findFailedEvent, findFailedEvents, retryFailedEvents } from '../src/events/failed.ts';
import { createLogger } from '../src/log.ts';
import { CATALOG, heardNumbers, type Listener, note, say } from './listener.ts';
import { buildSmallHouse, type SmallHouse } from './small-house.ts';

class Poisonous extends Error {
  override name = 'Poisonous';
}

/** A listener that chokes on seven until it is mended. */
async function listenWithABug({ bus }: Listener) {
  const bug = { isMended: false };
  await bus.listen({
    'numbers.said.v1': async (tx, payload) => {
      if (payload.number === 7 && !bug.isMended) throw new Poisonous(`${payload.key} is private`);
      await note(tx, payload);
    },
  });
  return bug;
}

const failuresOf = ({ database }: Listener) => findFailedEvents(database.db, CATALOG, 100);
const allowTries = ({ database }: Listener, tries: number) =>
  database.sql`update pgboss.queue set retry_limit = ${tries - 1} where name = 'listener/numbers.said.v1'`;

async function deadSeven(house: SmallHouse) {
  const listener = await house.open();
  await allowTries(listener, 1);
  const bug = await listenWithABug(listener);
  await say(listener, 7);
  await vi.waitUntil(async () => (await failuresOf(listener)).total === 1, { timeout: 10_000 });
  const [letter] = (await failuresOf(listener)).failed;
  if (!letter) throw new Error('no dead letter');
  const boss = await startBoss(house.url, createLogger('test', 'silent'));
  const place = { db: listener.database.db, catalog: CATALOG };
  return { ...listener, ...place, listener, bug, letter, boss, place, [Symbol.asyncDispose]: () => boss.stop() };
}

// They wait more than they work, and know nothing of each other.
test.concurrent('an event that can never be handled becomes a dead letter, and others do not wait for it', async ({
  expect,
}) => {
  await using house = await buildSmallHouse();
  const listener = await house.open();
  await allowTries(listener, 2);
  await listenWithABug(listener);

  await say(listener, 7);
  for (const number of [1, 2, 3]) await say(listener, number);
  await expect.poll(() => heardNumbers(listener).then((numbers) => numbers.toSorted())).toEqual([1, 2, 3]);

  await expect
    .poll(async () => (await failuresOf(listener)).failed, { timeout: 15_000 })
    .toEqual([
      {
        id: expect.any(String),
        queue: 'listener/numbers.said.v1',
        eventId: expect.any(String),
        error: 'Poisonous',
        tries: 2,
        toldAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        diedAt: expect.stringMatching(/Z$/),
        nextTryAt: null,
      },
    ]);
  expect(JSON.stringify(await listener.database.sql`select output, source_output from pgboss.job`)).not.toContain(
    'private',
  );
});

test.concurrent('a dead letter that is tried again takes effect, once', async ({ expect }) => {
  await using house = await buildSmallHouse();
  await using seven = await deadSeven(house);
  seven.bug.isMended = true;

  const retried = await Promise.all([
    retryFailedEvents(seven.boss, seven.place, 'all'),
    retryFailedEvents(seven.boss, seven.place, [seven.letter.id]),
  ]);

  expect(retried.toSorted()).toEqual([0, 1]);
  await expect.poll(() => heardNumbers(seven), { timeout: 10_000 }).toEqual([7]);
  await expect.poll(() => failuresOf(seven.listener)).toEqual({ failed: [], total: 0 });
});

test.concurrent('a dead letter that took effect after all has none again', async ({ expect }) => {
  await using house = await buildSmallHouse();
  await using seven = await deadSeven(house);
  await seven.database.sql`insert into listener.inbox (event_id) values (${seven.letter.eventId})`;
  seven.bug.isMended = true;

  await retryFailedEvents(seven.boss, seven.place, 'all');

  const states = () => seven.database.sql`select state from pgboss.job where state <> 'failed'`;
  await expect.poll(states, { timeout: 10_000 }).toEqual([{ state: 'completed' }]);
  expect(await heardNumbers(seven)).toEqual([]);
});

test.concurrent('a dead letter can be read in full and thrown away', async ({ expect }) => {
  await using house = await buildSmallHouse();
  await using seven = await deadSeven(house);
  const { db, letter, place } = seven;

  const shown = await findFailedEvent(db, CATALOG, letter.id);
  expect(shown).toEqual({ ...letter, payload: { key: 'a', number: 7 } });
  expect(await discardFailedEvents(place, [letter.id])).toBe(1);
  expect(await findFailedEvent(db, CATALOG, letter.id)).toBeUndefined();
});

test.concurrent('an event that waits for its next try can be hurried', async ({ expect }) => {
  await using house = await buildSmallHouse();
  const listener = await house.open();
  await listener.database.sql`update pgboss.queue set retry_delay = 3600 where name = 'listener/numbers.said.v1'`;
  const bug = await listenWithABug(listener);
  await say(listener, 7);
  await expect.poll(async () => (await failuresOf(listener)).failed[0]?.nextTryAt, { timeout: 10_000 }).toMatch(/Z$/);
  const boss = await startBoss(house.url, createLogger('test', 'silent'));
  bug.isMended = true;

  const retried = await retryFailedEvents(boss, { db: listener.database.db, catalog: CATALOG }, 'all');
  await boss.stop();

  expect(retried).toBe(1);
  await expect.poll(() => heardNumbers(listener), { timeout: 10_000 }).toEqual([7]);
});
