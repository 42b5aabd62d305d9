import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, invalid, notFound } from '@nexus/kit/errors';
import { ipPrefix } from '@nexus/kit/network';
import { transact } from '@nexus/kit/transact';
import { findPasswordHash } from '../account/account.store.ts';
import { verifyPassword } from '../account/hashing.ts';
import { normalisePassword } from '../account/password.ts';
import type { Context } from '../context.ts';
import { recountNow } from '../count/recount.service.ts';
import { requireLiveSession } from '../session/live-session.ts';
import { changeHold } from '../state/change-hold.service.ts';
import { holdStill } from '../state/standing.store.ts';
import type { DeletionRow, ErasureRow } from '../tables/accounts.ts';
import { deleteDeletion, findDeletion, findDeletionByToken, findErasures, insertDeletion } from './deletion.store.ts';
import { graceDays } from './grace-period.ts';
import { createProgressToken, hashOf } from './progress-token.ts';

type Asked = { password: string; confirmHandle: string };
export type Scheduled = { scheduledFor: Date; progressToken: string };

/**
 * Takes the viewer's account out of use at once and deletes it when the days of grace are over; until then signing in
 * takes that back. Whoever has only a stolen session cannot: it takes the password.
 */
export async function deleteAccount(context: Context, { password, confirmHandle }: Asked): Promise<Scheduled> {
  const viewer = await requireLiveSession(context);
  await requirePassword(context, viewer.id, password);
  const progressToken = createProgressToken();
  const deletion = await transact(context, async (tx, tell) => {
    const person = await holdStill(tx, viewer.id);
    if (!person) throw notFound('The account');
    if (!isSameHandle(person.handle, confirmHandle)) throw invalid('input.confirmHandle', 'This is not your handle.');
    const asked = { userId: viewer.id, tokenHash: hashOf(progressToken), graceDays: graceDays() };
    const inserted = await insertDeletion(tx, asked);
    if (!inserted) throw conflict('This account is to be deleted already.');
    await changeHold(tx, tell, { userId: viewer.id, change: { deactivatedAt: new Date() } });
    return inserted;
  });
  await recountNow(context, viewer.id);
  return { scheduledFor: deletion.scheduledFor, progressToken };
}

const isSameHandle = (handle: string, confirmed: string) =>
  handle.toLowerCase() === confirmed.trim().replace(/^@/, '').toLowerCase();

/** Tries are counted with those to sign in: guessing here is no cheaper. */
async function requirePassword({ db, ip, limits }: Context, userId: string, password: string): Promise<void> {
  const accountFromHere = `${ipPrefix(ip)} ${userId}`;
  await limits.signInsToAccountFromPrefix.consume(accountFromHere);
  const isRight = await verifyPassword(normalisePassword(password), await findPasswordHash(db, userId));
  if (!isRight) throw invalid('input.password', 'The password is wrong.');
  await limits.signInsToAccountFromPrefix.forget(accountFromHere);
}

/** Whoever signs in within the days of grace keeps their account; FORBIDDEN when its deletion has begun. */
export async function keepAccount(tx: Db, userId: string): Promise<void> {
  await deleteDeletion(tx, userId);
  if (await findDeletion(tx, userId)) throw forbidden('This account is being deleted.');
}

export type DeletionProgress = DeletionRow & { participants: ErasureRow[] };

/** How far the deletion behind a token is; null when there is none, or it was taken back. */
export async function deletionProgress({ db }: Context, token: string): Promise<DeletionProgress | null> {
  const deletion = await findDeletionByToken(db, hashOf(token));
  return deletion ? { ...deletion, participants: await findErasures(db, deletion.userId) } : null;
}

/** Where a deletion is. */
export function stateOfDeletion({ begunAt, completedAt }: DeletionRow): 'SCHEDULED' | 'ERASING' | 'COMPLETED' {
  if (completedAt) return 'COMPLETED';
  return begunAt ? 'ERASING' : 'SCHEDULED';
}
