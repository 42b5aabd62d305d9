import type { Change, Rule } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import { placeOfNode } from '../reading/places.ts';
import { tell } from '../tell.ts';
import { type ChangedElement, changedElements } from './changed-elements.ts';
import { connections } from './connections.ts';
import { deprecations } from './deprecations.ts';
import { descriptions } from './descriptions.ts';
import { lists } from './lists.ts';
import { mutations } from './mutations.ts';
import { names } from './names.ts';
import { pageSizes } from './page-sizes.ts';
import { removals } from './removals.ts';

/** What is wrong with a definition by the conventions of this graph. */
export type Complaint = Pick<Finding, 'code' | 'severity' | 'message' | 'remedy'>;

export type Lint = (element: ChangedElement, change: Pick<Change, 'base' | 'head'>) => Complaint[];

const LINTS: readonly Lint[] = [names, descriptions, connections, lists, mutations, pageSizes, deprecations];

/** Conventions, of what a change wrote; and of what it removed, whether clients were told in time. */
export const lint: Rule = (change) => [
  ...changedElements(change).flatMap((element) =>
    LINTS.flatMap((check) => check(element, change)).map((complaint) =>
      tell(change, { ...complaint, coordinate: element.coordinate, place: placeOfNode(element.node) }),
    ),
  ),
  ...removals(change),
];
