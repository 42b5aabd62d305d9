import { AUTHORIZE_PATH, authorizeAnswer } from '@nexus/contracts/authorize-post';
import { askNeighbour } from '@nexus/contracts/neighbour';
import type { Context } from '../context.ts';
import { isPostKnown, upsertPostRefs } from './post.store.ts';

/**
 * Asks posts about a post of which nothing was heard yet, so that one can act on it right after it was published however
 * late the event is. What posts does not show to the viewer stays unknown; so does all when posts does not answer.
 */
export async function hearOfPost(context: Context, postId: string): Promise<void> {
  const { db, logger, viewer } = context;
  if (viewer === undefined || (await isPostKnown(db, postId))) return;
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
