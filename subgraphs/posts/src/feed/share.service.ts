import type { ShareEdge } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { deleteFeedItem, insertShareItem, upsertShareRef } from './share.store.ts';

/** Lets feeds follow a share that was made or taken back; replay and disorder change nothing. */
export async function followShare(tx: Db, share: ShareEdge): Promise<void> {
  const taken = await upsertShareRef(tx, share);
  if (!taken) return;
  if (taken.formerItemId !== null) await deleteFeedItem(tx, taken.formerItemId);
  if (share.isShared) await insertShareItem(tx, share);
}
