import { notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { recountNow } from '../count/recount.service.ts';
import { discoverabilityOf, snapshotOf } from '../events.ts';
import { requireLiveSession } from '../session/live-session.ts';
import { holdStill } from '../state/standing.store.ts';
import type { UserRow } from '../tables/users.ts';
import { personBehind } from '../viewer/viewer.service.ts';
import { updateDiscoverability, updatePrivate } from './privacy.store.ts';

/** Who may see what of a person. */
export type Privacy = { isPrivateAccount: boolean; isDiscoverable: boolean; hideFollowGraph: boolean };
type PrivacyInput = { [Setting in keyof Privacy]?: boolean | null };

/** The viewer's own settings. */
export async function privacyOf(context: Context, viewerId: string): Promise<Privacy> {
  const { isPrivate, isDiscoverable, hidesFollowGraph } = await personBehind(context, viewerId);
  return { isPrivateAccount: isPrivate, isDiscoverable, hideFollowGraph: hidesFollowGraph };
}

/**
 * Changes who may see what of the viewer; what is left out stays. An account that is no longer private lets all follow
 * who wait for it: the first hundreds before this answers, the rest soon after.
 */
export async function updatePrivacy(context: Context, input: PrivacyInput): Promise<void> {
  const viewer = await requireLiveSession(context);
  await transact(context, async (tx, tell) => {
    const before = await holdStill(tx, viewer.id);
    if (!before) throw notFound('The account');
    const { isDiscoverable, isPrivateAccount: isPrivate, hideFollowGraph: hidesFollowGraph } = readInput(input, before);
    if (isDiscoverable !== before.isDiscoverable || hidesFollowGraph !== before.hidesFollowGraph) {
      const hidden = await updateDiscoverability(tx, viewer.id, { isDiscoverable, hidesFollowGraph });
      await tell('users.discoverability.changed.v1', discoverabilityOf(hidden));
    }
    if (isPrivate === before.isPrivate) return;
    const changed = await updatePrivate(tx, viewer.id, isPrivate);
    if (changed) await tell('users.user.updated.v1', snapshotOf(changed));
  });
  await recountNow(context, viewer.id);
}

function readInput(input: PrivacyInput, before: UserRow): Privacy {
  return {
    isPrivateAccount: input.isPrivateAccount ?? before.isPrivate,
    isDiscoverable: input.isDiscoverable ?? before.isDiscoverable,
    hideFollowGraph: input.hideFollowGraph ?? before.hidesFollowGraph,
  };
}
