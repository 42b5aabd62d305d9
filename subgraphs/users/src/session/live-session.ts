import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import { unauthenticated } from '@nexus/kit/errors';
import type { Context } from '../context.ts';

/**
 * The viewer, or UNAUTHENTICATED when their session has ended: an access token outlives it by up to ten minutes, and
 * whoever still has one must change nothing about the account.
 */
export async function requireLiveSession(context: Context): Promise<Viewer> {
  const viewer = requireViewer(context);
  if (!(await context.loaders.session.load(viewer.sessionId)))
    throw unauthenticated('This session has ended. Sign in again.');
  return viewer;
}
