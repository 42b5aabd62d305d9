import { EARLIEST, LATEST } from '@nexus/kit/clamp-time';
import type { Position } from '@nexus/kit/pagination';

const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const HIGHEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The position before which a page lies: after the cursor where there is one, and before `until`. */
export function upperBound(after: Position | undefined, until: Date | undefined): Position {
  const cursor = after ?? { at: LATEST, id: HIGHEST_ID };
  return until && until <= cursor.at ? { at: until, id: LOWEST_ID } : cursor;
}

/** The time at or after which a page lies. */
export const lowerBound = (since: Date | undefined): Date => since ?? EARLIEST;
