import type { Events } from '@nexus/contracts/events';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound, type Refusal } from '@nexus/kit/errors';
import type { Tell } from '@nexus/kit/events/bus';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { edgeOf } from '../events.ts';
import { requireLiveSession } from '../session/live-session.ts';
import type { RelationshipRow } from '../tables/graph.ts';
import type { UserRow } from '../tables/users.ts';
import { findTarget, lockPair } from './pair.store.ts';

/** Two people in a transaction that nobody else of the two is in. */
export type Pair = { tx: Db; tell: Tell<Events>; viewer: Viewer; target: UserRow };

type Asked = {
  userId: string;
  /** As in "You cannot follow yourself." */
  verb: string;
  /** Whether it may be done to somebody whom the viewer has blocked. */
  evenBlocked?: boolean;
  /** The refusal when there is nobody, or nobody for this viewer. */
  absent?: Refusal;
};

/**
 * Changes how the viewer and a person stand to each other and tells the neighbours of the edges that `change` returns.
 * Somebody who has blocked the viewer, or is not in use, is as absent as somebody who never was.
 */
export async function changePair(
  context: Context,
  { userId, verb, evenBlocked = false, absent = notFound('The person', 'input.userId') }: Asked,
  change: (pair: Pair) => Promise<readonly (RelationshipRow | undefined)[]>,
): Promise<UserRow> {
  const viewer = await requireLiveSession(context);
  if (userId === viewer.id) throw invalid('input.userId', `You cannot ${verb} yourself.`);
  return await transact(context, async (tx, tell) => {
    await lockPair(tx, viewer.id, userId);
    const target = await findTarget(tx, viewer.id, userId);
    if (!target || (target.isBlocked && !evenBlocked)) throw absent;
    for (const edge of await change({ tx, tell, viewer, target })) {
      if (edge) await tell('users.relationship.changed.v1', edgeOf(edge));
    }
    return target;
  });
}
