/** Before and after everything that a list can hold; what Postgres can still read is narrower than a Date. */
export const EARLIEST = new Date('0001-01-01T00:00:00.000Z');
export const LATEST = new Date('9999-12-31T23:59:59.999Z');

/** The nearest time that Postgres can read: the year 0 is a DateTime but no date of Postgres. */
export function clampTime(time: Date): Date {
  if (time < EARLIEST) return EARLIEST;
  return time > LATEST ? LATEST : time;
}
