import type { ShareEdge } from '@nexus/contracts/events';
import { withoutErased } from '@nexus/contracts/projections/erasure/person-erasure';
import type { Db } from '@nexus/kit/database';
import { userRefs } from '../tables/projections.ts';
import { deleteFeedItem, findLivePost, insertFeedItem, upsertShareRef } from './share.store.ts';

/** Lets feeds follow a share that was made or taken back; replay and disorder change nothing. */
export async function followShare(tx: Db, edge: ShareEdge): Promise<void> {
  const { actorId, postId, shareId, isShared, sharedAt, version } = edge;
  const [wanted] = await withoutErased(tx, userRefs, { facts: [edge], peopleOf: () => [actorId] });
  if (!wanted) return;
  const post = await findLivePost(tx, postId);
  if (!post) return;
  // Feeds rely on it that every share is later than its post, whatever two clocks say.
  const sortAt = new Date(Math.max(new Date(sharedAt).getTime(), post.createdAt.getTime() + 1));
  const taken = await upsertShareRef(tx, { postId, actorId, shareId, isShared, sortAt, version });
  if (!taken) return;
  if (taken.formerItemId !== null) await deleteFeedItem(tx, taken.formerItemId);
  if (isShared) await insertFeedItem(tx, { id: shareId, actorId, kind: 'SHARE', sortAt, postId });
}
