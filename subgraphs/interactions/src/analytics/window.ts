import { invalid } from '@nexus/kit/errors';
import type { Granularity } from '../resolvers.generated.ts';

/** From when to when analytics are read, and by what: `from` belongs to it, `to` does not. */
export type Window = { from: Date; to: Date; granularity: Granularity; timeZone: string };

type Asked = {
  range?: { from: Date; to: Date } | null | undefined;
  granularity?: Granularity | null | undefined;
  timeZone?: string | null | undefined;
};

const HOUR_MS = 3_600_000;
const LENGTH_MS: Readonly<Record<Granularity, number>> = { HOUR: HOUR_MS, DAY: 24 * HOUR_MS, WEEK: 168 * HOUR_MS };
const MAX_POINTS = 800;
const EARLIEST = new Date('1970-01-01T00:00:00Z');
const LATEST = new Date('2200-01-01T00:00:00Z');
const DEFAULT_DAYS = 7;
// Offsets such as +02:00 are left out: Postgres reads them the other way round than everybody else.
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;

/** Reads from when to when, and by what, analytics are asked for: the last seven days by default, at most 800 points. */
export function readWindow({ range, granularity, timeZone }: Asked, by: Granularity): Window {
  const window = { ...(range ?? lastDays()), granularity: granularity ?? by, timeZone: readZone(timeZone ?? 'UTC') };
  const { from, to } = window;
  if (!(from < to)) throw invalid('range', 'A range ends after it begins.');
  if (from < EARLIEST || to > LATEST) throw invalid('range', 'A range lies between 1970 and 2200.');
  if ((to.getTime() - from.getTime()) / LENGTH_MS[window.granularity] > MAX_POINTS) {
    throw invalid('range', `A range has at most ${MAX_POINTS} points. Ask for longer ones or a shorter range.`);
  }
  return window;
}

/** Until the end of this hour: the same for all who ask in one request. */
function lastDays() {
  const to = Math.ceil((Date.now() + 1) / HOUR_MS) * HOUR_MS;
  return { from: new Date(to - DEFAULT_DAYS * LENGTH_MS.DAY), to: new Date(to) };
}

function readZone(timeZone: string): string {
  try {
    if (!ZONE_NAME.test(timeZone)) throw new RangeError('not a name');
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    throw invalid('timeZone', 'This is no time zone of the IANA database, such as Europe/Berlin.');
  }
}
