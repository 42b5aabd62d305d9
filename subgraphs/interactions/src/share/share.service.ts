import { requireViewer } from '@nexus/contracts/agreement';
import type { ShareEdge } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { forbidden, notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { count } from '../count/count.store.ts';
import { noteWriter } from '../count/writer.service.ts';
import { canShare, holdVisiblePost } from '../post/post.service.ts';
import { lockVisiblePost, type ShownPost } from '../post/post.store.ts';
import { hearOfPost } from '../post/unknown-post.service.ts';
import type { ShareRow } from '../tables/facts.ts';
import { idempotency } from '../tables/once.ts';
import { endShare, findSharesOfUser, insertShare } from './share.store.ts';

export const SHARE_CHANGED = 'interactions.share.changed.v1';
const PATH = 'input.postId';

type Shared = { share: ShareRow | null; post: ShownPost };

/**
 * Shares a post that is for everybody with the viewer's followers, and tells posts, whose feeds show it; once, however
 * often it is asked with one key: also when the share was taken back in between.
 */
export async function sharePost(context: Context, postId: string, key?: string | null): Promise<Shared> {
  const viewer = requireViewer(context);
  const operation = 'sharePost';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body: { postId } });
  await hearOfPost(context, postId);
  return await transact(context, async (tx, tell) => {
    const post = await holdVisiblePost(tx, { id: postId, path: PATH }, viewer);
    const findShare = async () => (await findSharesOfUser(tx, viewer.id, [postId]))[0] ?? null;
    const share = await once(tx, claim, {
      work: async () => {
        if (!canShare(post, viewer)) throw forbidden('Only public posts can be shared.');
        const isCounted = await noteWriter(tx, viewer.id);
        const started = await insertShare(tx, { id: newId(), actorId: viewer.id, postId, isCounted });
        if (!started) return await findShare();
        await countShare(tx, started, 1);
        await tell(SHARE_CHANGED, toEvent(started));
        return started;
      },
      idsOf: () => ({}),
      recall: findShare,
    });
    return { share, post };
  });
}

/** Takes the viewer's share of a post back, if there is one, also when they do not see the post any more. */
export async function unsharePost(
  context: Context,
  postId: string,
): Promise<{ ended: ShareRow | null; post: ShownPost | null }> {
  const viewer = requireViewer(context);
  await hearOfPost(context, postId);
  return await transact(context, async (tx, tell) => {
    const post = (await lockVisiblePost(tx, postId, viewer.id)) ?? null;
    const ended = (await endShare(tx, viewer.id, postId)) ?? null;
    if (!post && !ended) throw notFound('The post', PATH);
    if (ended) {
      await countShare(tx, ended, -1);
      await tell(SHARE_CHANGED, toEvent(ended));
    }
    return { ended, post };
  });
}

/** Whether the viewer shares a post now; null when nobody is signed in. */
export async function viewerShares({ loaders, viewer }: Context, postId: string): Promise<boolean | null> {
  return viewer ? (await loaders.viewerShare.load(postId)) !== null : null;
}

/** What posts is told of a share. */
export function toEvent({ id, actorId, postId, isShared, sharedAt, version }: ShareRow): ShareEdge {
  return { shareId: id, postId, actorId, isShared, sharedAt: sharedAt.toISOString(), version };
}

async function countShare(tx: Db, { postId, isCounted }: ShareRow, value: 1 | -1): Promise<void> {
  if (isCounted) await count(tx, { subjectId: postId, name: 'share', value });
}
