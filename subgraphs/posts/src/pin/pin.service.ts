import { requireViewer } from '@nexus/contracts/agreement';
import { conflict } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { findOwnPost } from '../post/post.service.ts';
import type { PostRow } from '../tables/posts.ts';
import { deletePins, findPins, holdPinsOf, insertPin } from './pin.store.ts';

const MAX_PINS = 3;

/** Shows the viewer's post before all others of theirs, or no longer; CONFLICT when as many are shown so as may be. */
export async function setPostPinned(context: Context, postId: string, isPinned: boolean): Promise<PostRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const post = await findOwnPost(tx, postId, viewer);
    const pinned = await holdPinsOf(tx, viewer.id);
    const [known] = await findPins(tx, [postId]);
    if (isPinned && !known) {
      if (pinned >= MAX_PINS) throw conflict(`At most ${MAX_PINS} posts are pinned. Unpin another one first.`);
      await insertPin(tx, post);
    }
    if (!isPinned) await deletePins(tx, [postId]);
    return post;
  });
}
