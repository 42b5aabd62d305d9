import type { Services } from '@nexus/contracts/agreement';
import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { repeat } from '@nexus/kit/repeat';
import { transact } from '@nexus/kit/transact';
import { beginDueDeletion, insertErasures, takeSilentParticipant } from './deletion.store.ts';
import { type Erasing, eraseAccount } from './erase-account.service.ts';

const EVERY_MS = 1_000;

/**
 * Deletes accounts until stopped, step by step: when the days of grace are over it asks all others to forget the
 * person, asks again daily who says nothing, and when they have done so erases what users has, the account last.
 * Each step is in the database before the next begins: whoever is killed is followed by another.
 */
export function startDeletingAccounts(services: Erasing & Pick<Services, 'logger'>): readonly (() => Promise<void>)[] {
  const { logger } = services;
  return [
    repeat(() => beginDeletion(services), { name: 'beginning deletions', everyMs: EVERY_MS, logger }),
    repeat(() => askAgain(services), { name: 'asking silent participants', everyMs: 60 * EVERY_MS, logger }),
    repeat(() => eraseAccount(services), { name: 'erasing accounts', everyMs: EVERY_MS, logger }),
  ];
}

/** Begins one deletion whose time has come. */
async function beginDeletion(services: Erasing): Promise<{ hasMore: boolean }> {
  return await transact(services, async (tx, tell) => {
    const deletion = await beginDueDeletion(tx);
    if (!deletion) return { hasMore: false };
    const { userId, requestedAt } = deletion;
    await insertErasures(tx, userId, SUBGRAPHS);
    await tell('users.erasure.requested.v1', { userId, requestedAt: requestedAt.toISOString() });
    return { hasMore: true };
  });
}

/** Asks for one person again, where a participant has said nothing for a day; who has done it says so once more. */
export async function askAgain(services: Erasing): Promise<{ hasMore: boolean }> {
  return await transact(services, async (tx, tell) => {
    const silent = await takeSilentParticipant(tx);
    if (!silent) return { hasMore: false };
    await tell('users.erasure.requested.v1', { userId: silent.userId, requestedAt: silent.askedAt.toISOString() });
    return { hasMore: true };
  });
}
