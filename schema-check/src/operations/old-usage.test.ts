import { expect, test } from 'vitest';
import { oldUsage } from './old-usage.ts';

test('what was counted a month ago is believed, with a warning from then on', () => {
  const codesAt = (now: string) =>
    oldUsage({ to: '2026-01-31T12:00:00Z' }, 'usage.json', new Date(now)).map(({ code }) => code);

  expect(codesAt('2026-03-02T12:00:00Z')).toEqual([]);
  expect(codesAt('2026-03-02T12:00:01Z')).toEqual(['USAGE_OLD']);
  expect(oldUsage(undefined, 'usage.json', new Date())).toEqual([]);
});
