import { requireViewer } from '@nexus/contracts/agreement';
import { notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { holdVisiblePost } from '../post/post.service.ts';
import { lockVisiblePost, type ShownPost } from '../post/post.store.ts';
import { hearOfPost } from '../post/unknown-post.service.ts';
import { deleteThreadMute, insertThreadMute } from './thread-mute.store.ts';

const PATH = 'input.postId';

/** Mutes what happens below a post that the viewer sees; a mute can be ended where they do not see it any more. */
export async function setThreadMuted(
  context: Context,
  { postId, isMuted }: { postId: string; isMuted: boolean },
): Promise<ShownPost | null> {
  const viewer = requireViewer(context);
  await hearOfPost(context, postId);
  return await transact(context, async (tx) => {
    if (isMuted) {
      const post = await holdVisiblePost(tx, { id: postId, path: PATH }, viewer);
      await insertThreadMute(tx, viewer.id, postId);
      return post;
    }
    const post = (await lockVisiblePost(tx, postId, viewer.id)) ?? null;
    const wasMuted = await deleteThreadMute(tx, viewer.id, postId);
    if (!post && !wasMuted) throw notFound('The post', PATH);
    return post;
  });
}

/** Whether the viewer has muted what happens below a post; null when nobody is signed in. */
export async function viewerMuted({ loaders, viewer }: Context, postId: string): Promise<boolean | null> {
  return viewer ? (await loaders.viewerThreadMute.load(postId)) !== null : null;
}
