import type { ListSize } from '@nexus/gateway/protection/cost/cost-directives';
import type { Change } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import { fieldAt } from '../reading/coordinates.ts';
import { validInBoth } from '../reading/operations.ts';
import { selectedFields } from '../reading/uses.ts';
import type { Versions } from '../reading/versions.ts';
import { tell } from '../tell.ts';
import { costDirectivesOf } from './operation-cost.ts';

/** Lists of which the schema no longer says how long they are, or that they are longer than they were. */
export function listSizes(change: Change, { base, head }: Versions): Finding[] {
  const after = costDirectivesOf(head).listSizes;
  const operations = validInBoth({ base, head }, change.operations);
  return [...costDirectivesOf(base).listSizes].flatMap(([coordinate, before]) => {
    if (!fieldAt(head.api, coordinate)) return [];
    const told = differenceOf(coordinate, before, after.get(coordinate));
    const users = operations.filter((operation) => selectedFields(head.api, operation).has(coordinate));
    return told ? [tell(change, { ...told, coordinate, operations: users })] : [];
  });
}

type Told = Pick<Finding, 'code' | 'severity' | 'message' | 'remedy'>;

function differenceOf(coordinate: string, before: ListSize, after: ListSize | undefined): Told | undefined {
  if (!after) {
    return {
      code: 'LIST_SIZE_REMOVED',
      severity: 'warning',
      message: `${coordinate} no longer says how long its list is; the gateway guesses, and lets dear operations pass.`,
      remedy: 'Keep @listSize with the arguments that bound it, or with the size that is usual.',
    };
  }
  const [was = 0, is = 0] = [before.assumedSize, after.assumedSize];
  if (was === 0 || is <= was) return undefined;
  return {
    code: 'LIST_SIZE_GROWN',
    severity: 'notice',
    message: `${coordinate} is ${is} long now where it was ${was}.`,
    remedy: 'Page the list if it may grow further.',
  };
}
