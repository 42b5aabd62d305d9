import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { transact } from '../src/transact.ts';
import { heardNumbers, note, say } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

test('five hundred slow jobs of another lane do not delay a live one, nor whoever told them', async () => {
  await using house = await buildSmallHouse();
  const listener = await house.open();
  const { database, bus } = listener;
  await bus.listen({
    'numbers.said.v1': note,
    'numbers.heaped.v1': async (tx, payload) => {
      await tx.execute(sql`select pg_sleep(1)`);
      await note(tx, payload);
    },
  });
  await transact({ db: database.db, events: bus }, async (_, tell) => {
    for (let number = 0; number < 500; number += 1) await tell('numbers.heaped.v1', { key: 'heap', number });
  });
  await expect.poll(async () => (await heardNumbers(listener)).length, { timeout: 20_000 }).toBeGreaterThan(0);

  await say(listener, 1_000);

  expect(await heardNumbers(listener)).toContain(1_000);
});
