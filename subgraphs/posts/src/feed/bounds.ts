import { FIRST_POSITION, LAST_POSITION, type Position } from '@nexus/kit/pagination';

/** The position before which a page lies: after the cursor where there is one, and before `until`. */
export function upperBound(after: Position | undefined, until: Date | undefined): Position {
  const cursor = after ?? LAST_POSITION;
  return until && until <= cursor.at ? { ...FIRST_POSITION, at: until } : cursor;
}

/** The time at or after which a page lies. */
export const lowerBound = (since: Date | undefined): Date => since ?? FIRST_POSITION.at;
