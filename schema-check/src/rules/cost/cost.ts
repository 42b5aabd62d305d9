import type { Change, Rule } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import type { Operation } from '../../operation.ts';
import { validInBoth } from '../reading/operations.ts';
import { placeOfOperation } from '../reading/places.ts';
import { type Versions, versionsOf } from '../reading/versions.ts';
import { tell } from '../tell.ts';
import { causeOf, changedPrices } from './changed-prices.ts';
import { listSizes } from './list-sizes.ts';
import { COST_LIMIT, costOf } from './operation-cost.ts';

/** Growth that somebody should know of, and growth that wants a decision. */
const NOTABLE_GROWTH = 1.1;
const GREAT_GROWTH = 2;

/** What operations cost by the gateway's own count: one that comes to more than its limit is refused. */
export const cost: Rule = (change) => {
  const versions = versionsOf(change);
  if (!versions || versions.base.supergraph === versions.head.supergraph) return [];
  return [...growths(change, versions), ...listSizes(change, versions)];
};

type Growth = { operation: Operation; cause: string | undefined; before: number; after: number | 'refused' };

function growths(change: Change, versions: Versions): Finding[] {
  const prices = changedPrices(versions);
  const grown = validInBoth(versions, change.operations).flatMap((operation): Growth[] => {
    const before = costOf(operation, versions.base);
    const after = costOf(operation, versions.head);
    if (before === 'refused' || !isNotable(before, after)) return [];
    return [{ operation, cause: causeOf(operation, versions, prices), before, after }];
  });
  const alike = Map.groupBy(grown, (growth) => `${kindOf(growth).code} ${growth.cause ?? growth.operation.id}`);
  return [...alike.values()].flatMap((group) => findingOf(change, group));
}

function isNotable(before: number, after: number | 'refused'): boolean {
  if (after === 'refused' || isOverLimit(before, after)) return true;
  return after > before && after >= before * NOTABLE_GROWTH;
}

const isOverLimit = (before: number, after: number): boolean => after > COST_LIMIT && before <= COST_LIMIT;

function kindOf({ before, after }: Growth): Pick<Finding, 'code' | 'severity'> {
  if (after === 'refused') return { code: 'OPERATION_NEEDS_PAGE_SIZE', severity: 'error' };
  if (isOverLimit(before, after)) return { code: 'COST_OVER_LIMIT', severity: 'error' };
  return { code: 'COST_GROWN', severity: after >= before * GREAT_GROWTH ? 'warning' : 'notice' };
}

function findingOf(change: Change, group: readonly Growth[]): Finding[] {
  const [most] = group.toSorted((one, other) => ratioOf(other) - ratioOf(one));
  if (!most) return [];
  const { code, severity } = kindOf(most);
  const { cause } = most;
  return [
    tell(change, {
      code,
      severity,
      message: sentenceOf(most),
      remedy: REMEDIES[code] ?? '',
      coordinate: cause,
      ...(cause === undefined && { place: placeOfOperation(most.operation) }),
      operations: group.map(({ operation }) => operation),
    }),
  ];
}

const ratioOf = ({ before, after }: Growth): number =>
  after === 'refused' ? Number.POSITIVE_INFINITY : after / Math.max(before, 1);

function sentenceOf({ operation, before, after }: Growth): string {
  if (after === 'refused') {
    return `${operation.name} does not say how long a page it wants; the gateway refuses it from now on.`;
  }
  const grown = `${operation.name} costs ${after} instead of ${before}`;
  return after > COST_LIMIT ? `${grown}; the gateway refuses what costs more than ${COST_LIMIT}.` : `${grown}.`;
}

const REMEDIES: Readonly<Record<string, string>> = {
  OPERATION_NEEDS_PAGE_SIZE: 'Give the page-size argument a default, or say `requireOneSlicingArgument: false`.',
  COST_OVER_LIMIT: 'Make pages smaller, or lower the weight; clients have to ask for less before this is deployed.',
  COST_GROWN: 'Make sure that the new weight or page size is meant; clients spend more of their points on it.',
};
