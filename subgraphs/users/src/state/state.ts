import type { UserSnapshot } from '@nexus/contracts/events';
import type { HoldRow } from '../tables/accounts.ts';

export type State = UserSnapshot['state'];
export type Hold = Pick<HoldRow, 'deactivatedAt' | 'suspendedAt' | 'suspendedUntil'>;

/** The state that an account's holds come to; a moderator's weighs more than its owner's. */
export function stateOf({ deactivatedAt, suspendedAt }: Hold): State {
  if (suspendedAt) return 'SUSPENDED';
  return deactivatedAt ? 'DEACTIVATED' : 'ACTIVE';
}
