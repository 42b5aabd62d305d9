import type { Position } from '@nexus/kit/pagination';

/** Before and after everything that a list can hold; what Postgres can still read is narrower than a Date. */
const EARLIEST = new Date('0001-01-01T00:00:00.000Z');
export const LATEST = new Date('9999-12-31T23:59:59.999Z');
const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The nearest time that Postgres can read: the year 0 is a DateTime but no date of Postgres. */
export function clampTime(time: Date): Date {
  if (time < EARLIEST) return EARLIEST;
  return time > LATEST ? LATEST : time;
}

/** The position before which a page lies: after the cursor where there is one, and before `until`. */
export function upperBound(after: Position | undefined, until: Date | undefined): Position {
  const cursor = after ?? { at: LATEST, id: HIGHEST_ID };
  return until && until <= cursor.at ? { at: until, id: LOWEST_ID } : cursor;
}

/** The time at or after which a page lies. */
export const lowerBound = (since: Date | undefined): Date => since ?? EARLIEST;
