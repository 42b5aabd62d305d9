import type { Services } from '@nexus/contracts/agreement';
import { repeat } from '@nexus/kit/repeat';
import { transact } from '@nexus/kit/transact';
import { edgeOf } from '../events.ts';
import { acceptWaiting, findWaiting } from '../relationship/follow/waiting.store.ts';
import { deleteUnsettled, takeUnsettled } from '../state/standing.store.ts';
import { countManyFollows } from './follow-count.store.ts';
import { hasWrongFollows, turnFollows } from './recount-follows.store.ts';

const EVERY_MS = 250;
/** Requests are told one by one, follows are only counted. */
const CHUNK = { requests: 100, follows: 500 };
/** How much a mutation does itself before it answers; the rest is done in the background. */
const CHUNKS_AT_ONCE = 3;

type Settling = Pick<Services, 'db' | 'events'>;

/** Four times a second, until stopped: what follows from changes of state and privacy. */
export function startSettling({ db, events, logger }: Services): () => Promise<void> {
  return repeat(() => settle({ db, events }), { name: 'settling changed accounts', everyMs: EVERY_MS, logger });
}

/** The beginning of it at once, for the person who changed theirs; all of it when there is not much. */
export async function settleNow({ db, events }: Settling, userId: string): Promise<void> {
  for (let chunk = 0; chunk < CHUNKS_AT_ONCE; chunk++) {
    const { hasMore } = await settle({ db, events }, userId);
    if (!hasMore) return;
  }
}

/**
 * A piece of what follows from one person's standing: an account that is public lets all who wait follow, and follows of
 * and by somebody who is not in use are not counted.
 */
async function settle(services: Settling, userId?: string): Promise<{ hasMore: boolean }> {
  return await transact(services, async (tx, tell) => {
    const person = await takeUnsettled(tx, userId);
    if (!person) return { hasMore: false };
    const isOpen = person.state === 'ACTIVE' && !person.isPrivate;
    const accepted = isOpen ? await acceptWaiting(tx, person.id, CHUNK.requests) : [];
    for (const edge of accepted) await tell('users.relationship.changed.v1', edgeOf(edge));
    const awake = accepted.filter(({ isDormant }) => !isDormant);
    await countManyFollows(tx, awake, 1);
    const turned = await turnFollows(tx, person, CHUNK.follows);
    await countManyFollows(tx, turned, person.state === 'ACTIVE' ? 1 : -1);
    const isWaitedFor = isOpen && (await findWaiting(tx, person.id, 1)).length > 0;
    const isSettled = !isWaitedFor && !(await hasWrongFollows(tx, person));
    if (isSettled) await deleteUnsettled(tx, person.id);
    // Without progress the rest is locked by others: they get time to finish.
    return { hasMore: isSettled || accepted.length + turned.length > 0 };
  });
}
