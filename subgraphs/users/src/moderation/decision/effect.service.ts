import type { Events } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import type { Tell } from '@nexus/kit/events/bus';
import { moderationOf } from '../../events.ts';
import { changeHold } from '../../state/change-hold.service.ts';
import { lift } from '../../state/state.service.ts';
import type { ActionKind, ActionRow, CaseRow, ModerationRow } from '../../tables/moderation.ts';
import { revertActionsOn, revertSuspensions } from './action.store.ts';
import type { Decision } from './decision.ts';
import { lockModeration, type ModerationChange, updateModeration } from './moderation.store.ts';

/** A case whose person and row the transaction holds. */
type Held = { held: CaseRow; tx: Db; tell: Tell<Events> };

const ON_CONTENT: readonly ActionKind[] = ['LABEL', 'LIMIT_VISIBILITY', 'REMOVE_CONTENT'];

/** Does what was decided: to what the case is about, or to the account behind it. */
export async function takeEffect({ held, tx, tell }: Held, { kind, label, expiresAt }: Decision): Promise<void> {
  const { personId } = held;
  if (kind === 'SUSPEND') {
    await revertSuspensions(tx, personId);
    await changeHold(tx, tell, { userId: personId, change: { suspendedAt: new Date(), suspendedUntil: expiresAt } });
  }
  if (kind === 'UNSUSPEND') await unsuspend({ held, tx, tell });
  if (kind === 'REMOVE_CONTENT') await change({ held, tx, tell }, () => ({ isRemoved: true }));
  if (kind === 'LIMIT_VISIBILITY') await change({ held, tx, tell }, () => ({ isLimited: true }));
  if (kind === 'LABEL' && label) {
    await change({ held, tx, tell }, ({ labels }) => ({ labels: [...new Set([...labels, label])] }));
  }
  if (kind === 'RESTORE_CONTENT') {
    await change({ held, tx, tell }, () => ({ isRemoved: false, isLimited: false, labels: [] }));
    await revertActionsOn(tx, held, { kinds: ON_CONTENT });
  }
}

/**
 * Takes back what one decision did; another decision of its kind goes with it. One that was taken back before did nothing
 * that is still there: what is in force by now was decided since.
 */
export async function takeBack({ held, tx, tell }: Held, { kind, label, revertedAt }: ActionRow): Promise<void> {
  if (revertedAt !== null) return;
  if (kind === 'SUSPEND') await unsuspend({ held, tx, tell });
  if (kind === 'REMOVE_CONTENT') await change({ held, tx, tell }, () => ({ isRemoved: false }));
  if (kind === 'LIMIT_VISIBILITY') await change({ held, tx, tell }, () => ({ isLimited: false }));
  if (kind === 'LABEL') {
    await change({ held, tx, tell }, ({ labels }) => ({ labels: labels.filter((other) => other !== label) }));
  }
  if (ON_CONTENT.includes(kind)) await revertActionsOn(tx, held, { kinds: [kind], label });
}

async function unsuspend({ held, tx, tell }: Held): Promise<void> {
  await lift(tx, tell, held.personId);
  await revertSuspensions(tx, held.personId);
}

async function change({ held, tx, tell }: Held, decide: (before: ModerationRow) => ModerationChange): Promise<void> {
  const before = await lockModeration(tx, held);
  const after = await updateModeration(tx, held.subjectId, decide(before));
  await tell('users.moderation.changed.v1', moderationOf(after));
}
