import { requireViewer } from '@nexus/contracts/agreement';
import type { ShareEdge } from '@nexus/contracts/events';
import { forbidden } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { count } from '../count/count.store.ts';
import { isShareable, requireVisiblePost } from '../post/post.service.ts';
import type { PostRefRow, ShareRow } from '../tables.ts';
import { endShare, findSharesOfUser, insertShare } from './share.store.ts';

const SHARE_CHANGED = 'interactions.share.changed.v1';

/** Shares a public post with the viewer's followers and tells posts, whose feeds show it. */
export async function sharePost(
  context: Context,
  postId: string,
): Promise<{ share: ShareRow | null; post: PostRefRow }> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await requireVisiblePost(tx, { id: postId, path: 'input.postId' }, viewer);
    if (!isShareable(post)) throw forbidden('Only public posts can be shared.');
    const started = await insertShare(tx, { id: newId(), actorId: viewer.id, postId });
    if (!started) {
      const [share = null] = await findSharesOfUser(tx, viewer.id, [postId]);
      return { share, post };
    }
    await count(tx, { subjectId: postId, name: 'share', value: 1 });
    await tell(SHARE_CHANGED, toEvent(started));
    return { share: started, post };
  });
}

/** Takes the viewer's share of a post back, if there is one. */
export async function unsharePost(
  context: Context,
  postId: string,
): Promise<{ ended: ShareRow | null; post: PostRefRow }> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await requireVisiblePost(tx, { id: postId, path: 'input.postId' }, viewer);
    const ended = await endShare(tx, viewer.id, postId);
    if (!ended) return { ended: null, post };
    await count(tx, { subjectId: postId, name: 'share', value: -1 });
    await tell(SHARE_CHANGED, toEvent(ended));
    return { ended, post };
  });
}

/** Whether the viewer shares a post now; null when nobody is signed in. */
export async function viewerShares({ loaders, viewer }: Context, postId: string): Promise<boolean | null> {
  return viewer ? (await loaders.viewerShare.load(postId)) !== null : null;
}

function toEvent({ id, actorId, postId, isShared, sharedAt, version }: ShareRow): ShareEdge {
  return { shareId: id, postId, actorId, isShared, sharedAt: sharedAt.toISOString(), version };
}
