import { expect, test } from 'vitest';
import { readWindow } from './window.ts';

const day = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const AUGUST = day('2026-08-01T00:00:00Z', '2026-09-01T00:00:00Z');

test('without a range it is the last seven days', () => {
  const { from, to, granularity, timeZone } = readWindow({}, 'HOUR');
  expect(to.getTime() - from.getTime()).toBe(7 * 24 * 3_600_000);
  expect(to.getTime()).toBeGreaterThan(Date.now());
  expect([granularity, timeZone]).toEqual(['HOUR', 'UTC']);
});

test.each(['+02:00', 'Nowhere/Land', '', "UTC'; --", 'Europe/'])('%j is no time zone', (timeZone) => {
  expect(() => readWindow({ range: AUGUST, timeZone }, 'DAY')).toThrow('no time zone');
});

test.each(['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
  '%s is one',
  (timeZone) => {
    expect(readWindow({ range: AUGUST, timeZone }, 'DAY')).toMatchObject({ timeZone });
  },
);

test('a range must be one, and not too long for its points', () => {
  const backwards = { range: { from: AUGUST.to, to: AUGUST.from } };
  const empty = { range: { from: AUGUST.to, to: AUGUST.to } };
  const long = { range: day('2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z') };
  expect(() => readWindow(backwards, 'DAY')).toThrow('ends after it begins');
  expect(() => readWindow(empty, 'DAY')).toThrow('ends after it begins');
  expect(() => readWindow(long, 'HOUR')).toThrow('at most 800 points');
  expect(readWindow(long, 'DAY').granularity).toBe('DAY');
});
