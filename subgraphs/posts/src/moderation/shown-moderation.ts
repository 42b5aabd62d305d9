import { isAtLeast } from '@nexus/contracts/authorization';
import { LABEL_ACTIONS, type LabelAction } from '@nexus/contracts/events';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Context } from '../context.ts';
import type { PostModeration, PostRow } from '../tables/posts.ts';

/** What the viewer wants done with a post: the strictest they said of any of its labels, WARN where they said nothing. */
export async function labelActionFor(
  { loaders, viewer }: Context,
  { labels, authorId }: PostRow,
): Promise<LabelAction> {
  if (labels.length === 0 || viewer?.id === authorId) return 'SHOW';
  const said = viewer ? await loaders.labelPreferences.load(viewer.id) : null;
  const wanted = labels.map((label) => said?.preferences.find((one) => one.label === label)?.action ?? 'WARN');
  return LABEL_ACTIONS.findLast((action) => wanted.includes(action)) ?? 'SHOW';
}

/** What moderators decided about a post, for those whom it concerns. */
export function moderationFor(viewer: Viewer | undefined, { authorId, moderation }: PostRow): PostModeration | null {
  const isConcerned = viewer && (viewer.id === authorId || isAtLeast('MODERATOR', viewer));
  return isConcerned ? moderation : null;
}
