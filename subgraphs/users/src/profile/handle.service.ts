import { type Db, violatedConstraint } from '@nexus/kit/database';
import { conflict, notFound, Refusal } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { isBuried } from '../erasure/handle-tombstone.store.ts';
import { buryHandle } from '../erasure/handle-tombstone.ts';
import { snapshotOf } from '../events.ts';
import { requireLiveSession } from '../session/live-session.ts';
import type { UserRow } from '../tables/users.ts';
import { findFormerOwner, findHandleOwners, findRecentChanges, lockUser, updateHandle } from './handle.store.ts';
import { isNewHandle, isReservedWord, readHandleForm } from './handle.ts';

const MAX_CHANGES = 2;
const DAY_SECONDS = 86_400;

type Availability = 'AVAILABLE' | 'TAKEN' | 'RESERVED' | 'INVALID';

/** Whether the viewer, or a newcomer, could take a handle now. */
export async function handleAvailability({ db, keys, viewer }: Context, handle: string): Promise<Availability> {
  if (!isNewHandle(handle)) return 'INVALID';
  if (isReservedWord(handle) || (await isBuried(db, buryHandle(keys.burial, handle)))) return 'RESERVED';
  const { ownerId, formerOwnerId } = await findHandleOwners(db, handle);
  if (ownerId !== undefined) return 'TAKEN';
  return formerOwnerId === undefined || formerOwnerId === viewer?.id ? 'AVAILABLE' : 'RESERVED';
}

/** A handle that a person may choose as far as its letters go, or a refusal at `path`. */
export function readNewHandle(raw: string, path: string): string {
  const handle = readHandleForm(raw.trim(), path);
  if (isReservedWord(handle)) throw conflict('This handle is reserved.', path);
  return handle;
}

type Taken = { handle: string; userId: string; keys: Context['keys'] };

/**
 * CONFLICT at `path` when a handle is kept for somebody else, or was a deleted person's. Asked after the handle was taken in the same transaction:
 * then whoever gave it up has committed, and their reservation is seen.
 */
export async function refuseReserved(tx: Db, taken: Taken, path: string): Promise<void> {
  if (await isBuried(tx, buryHandle(taken.keys.burial, taken.handle))) throw conflict('This handle is reserved.', path);
  const formerOwnerId = await findFormerOwner(tx, taken.handle);
  if (formerOwnerId === undefined || formerOwnerId === taken.userId) return;
  throw conflict('This handle was given up lately and is kept for its former owner.', path);
}

/** Gives the viewer another handle, keeps the old one for them for 30 days, and tells the neighbours. */
export async function changeHandle(context: Context, raw: string): Promise<UserRow> {
  const viewer = await requireLiveSession(context);
  const handle = readNewHandle(raw, 'input.handle');
  return await transact(context, async (tx, tell) => {
    const before = await lockUser(tx, viewer.id);
    if (!before) throw notFound('The account');
    if (before.handle === handle) return before;
    refuseTooMany(await findRecentChanges(tx, viewer.id));
    const change = { id: newId(), userId: viewer.id, oldHandle: before.handle };
    const after = await updateHandle(tx, change, handle);
    await refuseReserved(tx, { handle, userId: viewer.id, keys: context.keys }, 'input.handle');
    await tell('users.user.updated.v1', snapshotOf(after));
    return after;
  }).catch(explainTaken);
}

function refuseTooMany(recentChanges: readonly number[]): void {
  const retryAfterSeconds = recentChanges.at(-MAX_CHANGES);
  if (retryAfterSeconds === undefined) return;
  const days = Math.ceil(retryAfterSeconds / DAY_SECONDS);
  const sentence = `A handle changes at most twice in 14 days. Try again in ${days === 1 ? 'a day' : `${days} days`}.`;
  throw new Refusal('RATE_LIMITED', sentence, { retryAfterSeconds });
}

function explainTaken(error: unknown): never {
  if (violatedConstraint(error) === 'user_handle') throw conflict('This handle is taken.', 'input.handle');
  throw error;
}
