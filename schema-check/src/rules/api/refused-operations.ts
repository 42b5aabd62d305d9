import type { Change } from '../../change.ts';
import type { Finding } from '../../finding.ts';
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
      message: `${operation.name || 'An operation without a name'} is not valid any more: ${reason}`,
      remedy: 'Keep what it asks for until its clients have changed.',
      operations: [operation],
    });
  });
}
