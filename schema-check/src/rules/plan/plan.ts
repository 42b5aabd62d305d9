import type { Change, Rule } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import type { Operation } from '../../operation.ts';
import { validInBoth } from '../reading/operations.ts';
import { placeOfOperation } from '../reading/places.ts';
import { finalPlanOf, planningVersions, stepsOf } from '../reading/plans.ts';
import { type Versions, versionsOf } from '../reading/versions.ts';
import { tell } from '../tell.ts';
import { causeOf, movedFields } from './moved-fields.ts';
import { type PlanShape, shapeOf } from './plan-shape.ts';

/** Of an operation: each hop waits for the one before, each fetch is a request that can fail. */
const MAX_HOPS = 6;
const MAX_FETCHES = 20;

/** How the gateway gets what operations ask for: more hops are slower, more subgraphs fail more often. */
export const plan: Rule = (change) => {
  const composed = versionsOf(change);
  const versions = composed && planningVersions(composed);
  if (!versions || versions.base === versions.head) return [];
  const moved = movedFields(versions);
  const told = validInBoth(versions, change.operations).flatMap((operation): Told[] => {
    const difference = differenceOf(operation, versions);
    return difference ? [{ ...difference, operation, cause: causeOf(operation, versions, moved) }] : [];
  });
  const alike = Map.groupBy(told, ({ code, cause, operation }) => `${code} ${cause ?? operation.id}`);
  return [...alike.values()].flatMap((group) => findingOf(change, group));
};

type Difference = Pick<Finding, 'code' | 'severity' | 'message' | 'remedy'>;
type Told = Difference & { operation: Operation; cause: string | undefined };

function findingOf(change: Change, group: readonly Told[]): Finding[] {
  const [first] = group;
  if (!first) return [];
  const { operation, cause, ...difference } = first;
  const operations = group.map((told) => told.operation);
  const place = cause === undefined ? { place: placeOfOperation(operation) } : {};
  return [tell(change, { ...difference, ...place, coordinate: cause, operations })];
}

function differenceOf(operation: Operation, { base, head }: Versions): Difference | undefined {
  const [before, after] = [finalPlanOf(base, operation), finalPlanOf(head, operation)];
  if ('reason' in before) return undefined;
  if ('reason' in after) return cannotBePlanned(operation, after.reason);
  return difference(operation.name, shapeOf(stepsOf(before.plan)), shapeOf(stepsOf(after.plan)));
}

function difference(name: string, before: PlanShape, after: PlanShape): Difference | undefined {
  const instead = `${name} is answered by ${after.words} instead of ${before.words}`;
  const isOver = ({ hops, fetches }: PlanShape) => hops > MAX_HOPS || fetches > MAX_FETCHES;
  if (isOver(after) && !isOver(before)) {
    return {
      code: 'PLAN_OVER_BUDGET',
      severity: 'error',
      message: `${instead}: ${after.hops} hops and ${after.fetches} fetches, where ${MAX_HOPS} and ${MAX_FETCHES} are allowed.`,
      remedy: 'Bring the fields that are asked for together into one subgraph, or provide them with @provides.',
    };
  }
  if (after.hops > before.hops) {
    return {
      code: 'PLAN_HOPS_ADDED',
      severity: 'warning',
      message: `${instead}: ${after.hops} hops, one after the other, where there were ${before.hops}.`,
      remedy: 'Keep the field where the fields beside it are, or serve a copy with @provides or @shareable.',
    };
  }
  return otherFetches(instead, before, after);
}

function otherFetches(instead: string, before: PlanShape, after: PlanShape): Difference | undefined {
  const added = after.subgraphs.filter((subgraph) => !before.subgraphs.includes(subgraph));
  if (added.length > 0) {
    return {
      code: 'PLAN_OTHER_SUBGRAPH',
      severity: 'notice',
      message: `${instead}: it now depends on ${added.join(' and ')}.`,
      remedy: `Make sure that ${added.join(' and ')} can take these requests before this is deployed.`,
    };
  }
  if (after.fetches <= before.fetches) return undefined;
  return {
    code: 'PLAN_FETCHES_ADDED',
    severity: 'notice',
    message: `${instead}: ${after.fetches} fetches where there were ${before.fetches}.`,
    remedy: 'Make sure that the subgraphs can take the additional requests.',
  };
}

const cannotBePlanned = ({ name }: Operation, reason: string): Difference => ({
  code: 'OPERATION_CANNOT_BE_PLANNED',
  severity: 'error',
  message: `${name} cannot be planned any more: ${reason}`,
  remedy: 'Undo the change of keys or fields that leaves no way from subgraph to subgraph.',
});
