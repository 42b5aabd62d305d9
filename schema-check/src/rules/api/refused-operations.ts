import { type GraphQLError, validate } from 'graphql';
import type { Change } from '../../change.ts';
import type { Finding, Place } from '../../finding.ts';
import { isValid } from '../reading/operations.ts';
import { tell } from '../tell.ts';
import type { Listener } from './audience.ts';

/** The operations that are not answered any more although no single difference said so: the language has the last word. */
export function refusedOperations(change: Change, audience: readonly Listener[], told: readonly Finding[]): Finding[] {
  const named = new Set(told.filter(({ severity }) => severity === 'error').flatMap(({ operations }) => operations));
  return audience.flatMap(({ operation, refusal }) => {
    const reason = named.has(operation) ? undefined : refusal();
    if (reason === undefined) return [];
    return tell(change, {
      code: 'OPERATION_REFUSED',
      severity: 'error',
      message: `${operation.name || 'An operation without a name'} is not valid any more: ${reason.message}`,
      remedy: 'Keep what it asks for until its clients have changed.',
      operations: [operation],
      ...placedAt(reason),
    });
  });
}

/** The trusted operations that neither version answers: nobody has tried them. */
export function strangeOperations(change: Change): Finding[] {
  const { base, head, operations } = change;
  return operations.flatMap((operation) => {
    const apis = [base, head].flatMap(({ composed }) => composed?.api ?? []);
    if (operation.origin !== 'trusted' || apis.some((api) => isValid(api, operation))) return [];
    const [reason] = apis.slice(-1).flatMap((api) => validate(api, operation.document));
    return tell(change, {
      code: 'OPERATION_UNKNOWN',
      severity: 'warning',
      message: `${operation.name || 'An operation without a name'} was never valid: ${reason?.message ?? 'it is no operation'}`,
      remedy: 'Mend the operation, or add what it asks for.',
      operations: [operation],
      ...(reason && placedAt(reason)),
    });
  });
}

function placedAt({ source, locations }: GraphQLError): { place?: Place } {
  const [location] = locations ?? [];
  return source && location ? { place: { file: source.name, ...location } } : {};
}
