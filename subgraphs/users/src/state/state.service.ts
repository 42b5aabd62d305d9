import type { Services } from '@nexus/contracts/agreement';
import type { Events, Role } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { forbidden, notFound } from '@nexus/kit/errors';
import type { Tell } from '@nexus/kit/events/bus';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { recountNow } from '../count/recount.service.ts';
import { keepAccount } from '../erasure/deletion.service.ts';
import { snapshotOf } from '../events.ts';
import { noteAction } from '../moderation/audit/audit.store.ts';
import { findReasonOfSuspension, revertSuspensions } from '../moderation/decision/action.store.ts';
import { giveBackCases } from '../moderation/retention/erase-moderation.store.ts';
import { requireLiveSession } from '../session/live-session.ts';
import { revokeAllSessions } from '../session/session.store.ts';
import type { UserRow } from '../tables/users.ts';
import { changeHold } from './change-hold.service.ts';
import { holdStill } from './standing.store.ts';
import { findHold, findIdByHandle, updateRole } from './state.store.ts';
import type { Hold } from './state.ts';

export type Writing = Pick<Services, 'db' | 'events'>;
type TellEvents = Tell<Events>;

/** Switches the viewer's account off until they sign in again; nobody sees it, and all its sessions end. */
export async function deactivateAccount(context: Context): Promise<void> {
  const viewer = await requireLiveSession(context);
  await transact(context, async (tx, tell) => {
    await holdStill(tx, viewer.id);
    await changeHold(tx, tell, { userId: viewer.id, change: { deactivatedAt: new Date() } });
  });
  await recountNow(context, viewer.id);
}

/**
 * Lets a person in who proved to be themselves: who has switched their account off, or wanted it deleted, switches it
 * on. FORBIDDEN for the suspended, who are told why, and for those whose deletion has begun. The transaction holds the
 * person, so that nobody suspends them between this and their session.
 */
export async function admit(tx: Db, tell: TellEvents, userId: string): Promise<void> {
  await holdStill(tx, userId);
  const hold = await findHold(tx, userId);
  if (!hold) return;
  if (isSuspended(hold)) throw forbidden(sentenceOf(hold, await findReasonOfSuspension(tx, userId)));
  await keepAccount(tx, userId);
  if (hold.suspendedAt || hold.deactivatedAt) {
    await changeHold(tx, tell, { userId, change: { deactivatedAt: null, ...NOT_SUSPENDED } });
  }
}

const NOT_SUSPENDED = { suspendedAt: null, suspendedUntil: null };

const isSuspended = ({ suspendedAt, suspendedUntil }: Hold) =>
  suspendedAt !== null && (suspendedUntil === null || suspendedUntil > new Date());

function sentenceOf({ suspendedUntil }: Hold, reason: string | undefined): string {
  const until = suspendedUntil ? ` until ${suspendedUntil.toISOString()}` : '';
  return `This account is suspended${until}.${reason === undefined ? '' : ` Why: ${reason}`}`;
}

/**
 * An operator takes an account out of use, for a while or until `restore`; its sessions end. NOT_FOUND for an unknown
 * handle.
 */
export async function suspend(services: Writing, handle: string, until: Date | null): Promise<UserRow> {
  return await changePerson(services, handle, async (tx, tell, userId) => {
    // What a moderator decided before is over: an appeal against it must not take this back.
    await revertSuspensions(tx, userId);
    await changeHold(tx, tell, { userId, change: { suspendedAt: new Date(), suspendedUntil: until } });
    await noteOperator(tx, userId, { action: 'SUSPEND', metadata: { until: until?.toISOString() ?? null } });
  });
}

/** An operator takes a suspension back; whoever had switched their account off finds it as they left it. */
export async function restore(services: Writing, handle: string): Promise<UserRow> {
  return await changePerson(services, handle, async (tx, tell, userId) => {
    await lift(tx, tell, userId);
    await revertSuspensions(tx, userId);
    await noteOperator(tx, userId, { action: 'UNSUSPEND', metadata: {} });
  });
}

type ByOperator = Pick<Parameters<typeof noteAction>[1], 'action' | 'metadata'>;

const noteOperator = (tx: Db, userId: string, done: ByOperator): Promise<void> =>
  noteAction(tx, { actorId: null, target: { kind: 'USER', id: userId }, ...done });

/** Takes back the suspension of a person whom the transaction has locked. */
export const lift = (tx: Db, tell: TellEvents, userId: string): Promise<void> =>
  changeHold(tx, tell, { userId, change: NOT_SUSPENDED });

/**
 * An operator gives a person a role; their sessions end, for the role is part of the access token. The cases of who keeps
 * order no longer wait for somebody else.
 */
export async function grant(services: Writing, handle: string, role: Role): Promise<UserRow> {
  return await changePerson(services, handle, async (tx, tell, userId) => {
    const changed = await updateRole(tx, userId, role);
    if (!changed) return;
    await noteOperator(tx, userId, { action: 'GRANT_ROLE', metadata: { role } });
    if (role === 'MEMBER') await giveBackCases(tx, userId);
    await revokeAllSessions(tx, userId);
    await tell('users.user.updated.v1', snapshotOf(changed));
  });
}

type Change = (tx: Db, tell: TellEvents, userId: string) => Promise<void>;

/** One change of a person by handle; the person as they are then. */
async function changePerson(services: Writing, handle: string, change: Change): Promise<UserRow> {
  return await transact(services, async (tx, tell) => {
    const userId = await findIdByHandle(tx, handle);
    const before = userId === undefined ? undefined : await holdStill(tx, userId);
    if (userId === undefined || !before || before.state === 'DELETED') throw notFound(`The person ${handle}`);
    await change(tx, tell, userId);
    return (await holdStill(tx, userId)) ?? before;
  });
}
