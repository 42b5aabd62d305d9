import type { Events } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import type { Tell } from '@nexus/kit/events/bus';
import { snapshotOf } from '../events.ts';
import { revokeAllSessions } from '../session/session.store.ts';
import { updateState, upsertHold } from './state.store.ts';
import { type Hold, stateOf } from './state.ts';

/**
 * Changes the holds of a person whom the transaction has locked. Where that changes their state, the neighbours are told;
 * where it leaves the account out of use, all its sessions end.
 */
export async function changeHold(
  tx: Db,
  tell: Tell<Events>,
  { userId, change }: { userId: string; change: Partial<Hold> },
): Promise<void> {
  const state = stateOf(await upsertHold(tx, userId, change));
  const changed = await updateState(tx, userId, state);
  if (changed) await tell('users.user.updated.v1', snapshotOf(changed));
  if (state !== 'ACTIVE') await revokeAllSessions(tx, userId);
}
