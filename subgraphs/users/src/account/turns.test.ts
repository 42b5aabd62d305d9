import { expect, test } from 'vitest';
import { takeTurns } from './turns.ts';

test('two work at once, three wait in order, the sixth is sent away', async () => {
  const turn = takeTurns({ atOnce: 2, waiting: 3 });
  const doors = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  const work = doors.map((door, n) =>
    turn(async () => {
      begun.push(n);
      await door.promise;
      if (n === 0) throw new Error('failing hands the turn on, too');
    }),
  );

  await expect(turn(async () => undefined)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(begun).toEqual([0, 1]);
  doors[0]?.resolve();
  await expect(work[0]).rejects.toThrow('hands the turn on');
  expect(begun).toEqual([0, 1, 2]);
  for (const door of doors) door.resolve();
  await Promise.all(work.slice(1));
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  await expect(turn(async () => 'free again')).resolves.toBe('free again');
});
