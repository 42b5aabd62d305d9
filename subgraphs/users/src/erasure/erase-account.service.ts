import type { Services } from '@nexus/contracts/agreement';
import type { Events } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import type { Tell } from '@nexus/kit/events/bus';
import { deriveKey } from '@nexus/kit/secrets';
import { transact } from '@nexus/kit/transact';
import { countManyFollows } from '../count/follow-count.store.ts';
import { listOf, snapshotOf } from '../events.ts';
import { clearCasesAbout, forgetReporter, giveBackCases } from '../moderation/retention/erase-moderation.store.ts';
import { holdStill } from '../state/standing.store.ts';
import {
  buryAccount,
  deleteCopies,
  deleteDismissals,
  deleteEdges,
  deleteMemberships,
  deleteRequests,
  emptyLists,
  isAnythingLeft,
  noteOwn,
  takeForgotten,
} from './erase-account.store.ts';
import { insertTombstone } from './handle-tombstone.store.ts';
import { buryHandle } from './handle-tombstone.ts';

export type Erasing = Pick<Services, 'db' | 'events' | 'secret'>;

/** Erases the next chunk of an account that posts and interactions have forgotten; in the end, the account itself. */
export async function eraseAccount(services: Erasing): Promise<{ hasMore: boolean }> {
  return await transact(services, async (tx, tell) => {
    const deletion = await takeForgotten(tx);
    if (!deletion) return { hasMore: false };
    const { userId } = deletion;
    const erased = await eraseSome(tx, tell, userId);
    if (erased > 0) {
      await noteOwn(tx, userId, { erased, isComplete: false });
      return { hasMore: true };
    }
    // What is held, and who is on deleted lists, goes in a moment; it is seen to again soon.
    if (await isAnythingLeft(tx, userId)) return { hasMore: false };
    await bury(tx, tell, { userId, secret: services.secret });
    return { hasMore: true };
  });
}

async function eraseSome(tx: Db, tell: Tell<Events>, userId: string): Promise<number> {
  const edges = await deleteEdges(tx, userId);
  await countManyFollows(
    tx,
    edges.filter(({ isFollowing, isDormant }) => isFollowing && !isDormant),
    -1,
  );
  if (edges.length > 0) return edges.length;
  const emptied = await emptyLists(tx, userId);
  for (const list of emptied) await tell('users.list.changed.v1', listOf(list));
  if (emptied.length > 0) return emptied.length;
  return (
    (await deleteRequests(tx, userId)) ||
    (await deleteMemberships(tx, userId)) ||
    (await deleteDismissals(tx, userId)) ||
    (await deleteCopies(tx, userId)) ||
    (await forgetReporter(tx, userId)) ||
    (await clearCasesAbout(tx, userId))
  );
}

type Buried = { userId: string; secret: string };

async function bury(tx: Db, tell: Tell<Events>, { userId, secret }: Buried): Promise<void> {
  const person = await holdStill(tx, userId);
  if (person) await insertTombstone(tx, buryHandle(deriveKey(secret, 'handle tombstone'), person.handle));
  await giveBackCases(tx, userId);
  const buried = await buryAccount(tx, userId);
  if (buried) await tell('users.user.updated.v1', snapshotOf(buried));
  await noteOwn(tx, userId, { erased: 1, isComplete: true });
}
