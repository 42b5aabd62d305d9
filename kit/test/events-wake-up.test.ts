import { expect, test } from 'vitest';
import { heardNumbers, note, say } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

test('a listener is woken by what is told and does not wait for its next look', async () => {
  await using house = await buildSmallHouse();
  const listener = await house.open({ byNotification: true, pollSeconds: 600 });
  await listener.bus.listen({ 'numbers.said.v1': note });
  const numbers = Array.from({ length: 100 }, (_, index) => index);

  for (const number of numbers) await say(listener, number);

  expect(await heardNumbers(listener)).toEqual(numbers);
});
