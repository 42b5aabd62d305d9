import { AUTHORIZE_PATH, authorizeAnswer } from '@nexus/contracts/authorize-post';
import { askNeighbour } from '@nexus/contracts/neighbour';
import type { Context } from '../context.ts';
import { isPostVisible, upsertPostRefs } from './post.store.ts';

/**
 * Asks posts about a post that the viewer does not see here, so that one can act on it right after it was published
 * however late the event is. A hidden post is asked about like one that never was, or the time would tell them apart.
 * What posts does not show to the viewer stays unknown; so does all when posts does not answer.
 */
export async function hearOfPost(context: Context, postId: string): Promise<void> {
  const { db, logger, viewer } = context;
  if (viewer === undefined || (await isPostVisible(db, postId, viewer.id))) return;
  try {
    const body = { postId, viewerId: viewer.id };
    const response = await askNeighbour(context, { from: 'interactions', to: 'posts', path: AUTHORIZE_PATH, body });
    if (!response) return;
    const { post } = authorizeAnswer.parse(await response.json());
    if (post) await upsertPostRefs(db, [post]);
  } catch (error) {
    logger.warn({ err: error, postId }, 'posts could not be asked about a post');
  }
}
