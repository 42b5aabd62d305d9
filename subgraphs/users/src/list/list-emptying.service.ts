import type { Services } from '@nexus/contracts/agreement';
import { repeat } from '@nexus/kit/repeat';
import { transact } from '@nexus/kit/transact';
import { membershipOf } from '../events.ts';
import { markListEmptied, takeListToEmpty } from './list.store.ts';
import { endSomeMemberships } from './list-member.store.ts';

const EVERY_MS = 1_000;
/** Each place is told to the neighbours by an event of its own. */
const CHUNK = 100;

type Emptying = Pick<Services, 'db' | 'events'>;

/** Once a second, until stopped: people leave lists that were deleted. */
export function startEmptyingLists({ db, events, logger }: Services): () => Promise<void> {
  return repeat(() => empty({ db, events }), { name: 'emptying deleted lists', everyMs: EVERY_MS, logger });
}

/** The first hundred at once. */
export async function emptyNow({ db, events }: Emptying, listId: string): Promise<void> {
  await empty({ db, events }, listId);
}

async function empty(services: Emptying, id?: string): Promise<{ hasMore: boolean }> {
  return await transact(services, async (tx, tell) => {
    const listId = await takeListToEmpty(tx, id);
    if (listId === undefined) return { hasMore: false };
    const ended = await endSomeMemberships(tx, listId, CHUNK);
    for (const membership of ended) await tell('users.list_member.changed.v1', membershipOf(membership));
    if (ended.length < CHUNK) await markListEmptied(tx, listId);
    return { hasMore: true };
  });
}
