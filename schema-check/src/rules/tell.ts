import type { Change } from '../change.ts';
import type { Finding } from '../finding.ts';
import { byUse } from './reading/operations.ts';
import { placeOf } from './reading/places.ts';

type Told = Pick<Finding, 'code' | 'severity' | 'message' | 'remedy'> &
  Partial<Pick<Finding, 'coordinate' | 'place' | 'operations'>>;

/** A finding about a change, at the place of its coordinate. */
export function tell(change: Pick<Change, 'base' | 'head'>, told: Told): Finding {
  const {
    coordinate,
    place = coordinate === undefined ? undefined : placeOf(change, coordinate),
    operations = [],
  } = told;
  return { ...told, coordinate, place, variant: undefined, operations: byUse(operations) };
}
