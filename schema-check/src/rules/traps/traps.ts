import type { Change, Rule } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import type { Operation } from '../../operation.ts';
import { validInBoth } from '../reading/operations.ts';
import { type Versions, versionsOf } from '../reading/versions.ts';
import { removedDefaults } from './defaults.ts';
import { lostKeys } from './keys.ts';
import { refusedNulls } from './nulls.ts';
import { newPossibleTypes } from './possible-types.ts';
import { changedScalars } from './scalars.ts';
import { changedVisibility } from './visibility.ts';

/** A change between two graphs that compose, with the operations that both accept. */
export type ComposedChange = Pick<Change, 'base' | 'head'> & { versions: Versions; operations: readonly Operation[] };

export type Trap = (change: ComposedChange) => Finding[];

const TRAPS: readonly Trap[] = [
  removedDefaults,
  refusedNulls,
  newPossibleTypes,
  changedScalars,
  lostKeys,
  changedVisibility,
];

/** Changes that a diff of two APIs takes for harmless, or does not see. */
export const traps: Rule = (change) => {
  const versions = versionsOf(change);
  if (!versions) return [];
  const { base, head } = change;
  const operations = validInBoth(versions, change.operations);
  return TRAPS.flatMap((trap) => trap({ base, head, versions, operations }));
};
