import type { Services } from '@nexus/contracts/agreement';
import type { Events } from '@nexus/contracts/events';
import type { Tell } from '@nexus/kit/events/bus';
import { type RecountStep, recountNext } from '@nexus/kit/recount';
import { repeat } from '@nexus/kit/repeat';
import { transact } from '@nexus/kit/transact';
import { edgeOf } from '../events.ts';
import { acceptWaiting, findWaiting } from '../relationship/follow/waiting.store.ts';
import { recounts } from '../tables/counts.ts';
import { countManyFollows } from './follow-count.store.ts';
import { findPerson, hasMiscounted, turnFollows } from './recount-follows.store.ts';

const RECOUNT = { name: 'recounting follows of changed accounts', everyMs: 250 };
/** Requests are told one by one, follows are only counted. */
const CHUNK = { requests: 100, follows: 500 };
/** How much a mutation does itself before it answers; the rest is done in the background. */
const CHUNKS_AT_ONCE = 4;

type Recounting = Pick<Services, 'db' | 'events'>;

/**
 * Takes follows of and by people whose account goes out of use out of the counts, and back in when it returns, and lets
 * in who waited for an account that is public now, until stopped. Several processes may do so at once.
 */
export function startRecounting({ db, events, logger }: Services): () => Promise<void> {
  return repeat(() => recount({ db, events }), { ...RECOUNT, logger });
}

/**
 * The beginning of it at once, for the person whose account changed; all of it when there is not much. A chunk of theirs
 * that is being done in the background is waited for: it is part of the beginning.
 */
export async function recountNow({ db, events }: Recounting, userId: string): Promise<void> {
  for (let chunk = 0; chunk < CHUNKS_AT_ONCE; chunk++) {
    const { hasMore } = await recount({ db, events }, userId);
    if (!hasMore) return;
  }
}

const recount = (services: Recounting, subjectId?: string) =>
  transact(services, (tx, tell) =>
    recountNext(tx, {
      ...{ table: recounts, steps: stepsOf(tell) },
      ...(subjectId !== undefined && { subjectId, isAwaited: true }),
    }),
  );

const stepsOf = (tell: Tell<Events>): Record<string, RecountStep> => ({
  FOLLOWS: async (tx, { subjectId }) => {
    const person = await findPerson(tx, subjectId);
    if (!person) return 'DONE';
    const turned = await turnFollows(tx, person, CHUNK.follows);
    await countManyFollows(tx, turned, person.state === 'ACTIVE' ? 1 : -1);
    if (!(await hasMiscounted(tx, person))) return 'DONE';
    // Without progress the rest is locked by others: they get time to finish.
    return turned.length > 0 ? 'GOES_ON' : 'HELD_UP';
  },

  REQUESTS: async (tx, { subjectId }) => {
    const person = await findPerson(tx, subjectId);
    if (person?.state !== 'ACTIVE' || person.isPrivate) return 'DONE';
    const accepted = await acceptWaiting(tx, person.id, CHUNK.requests);
    for (const edge of accepted) await tell('users.relationship.changed.v1', edgeOf(edge));
    await countManyFollows(
      tx,
      accepted.filter(({ isDormant }) => !isDormant),
    );
    if ((await findWaiting(tx, person.id, 1)).length === 0) return 'DONE';
    return accepted.length > 0 ? 'GOES_ON' : 'HELD_UP';
  },
});
