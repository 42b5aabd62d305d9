import type { UnavailableReason } from '../resolvers.generated.ts';

/** A post that the viewer does not see, and why. */
export type Unavailable = { id: string; reason: UnavailableReason };

/** What is known of a post that the viewer does not see. */
export type Unseen = {
  id: string;
  isDeleted: boolean;
  /** Whether it would be for the viewer, but for blocks and its deletion. */
  isForViewer: boolean;
  isAuthorInUse: boolean;
  isViewerBlocked: boolean;
  isAuthorBlocked: boolean;
};

/** Why a post that is quoted is not shown: the quote tells anyway that there was one. */
export function reasonOfQuoted(unseen: Unseen | null): UnavailableReason {
  if (!unseen?.isAuthorInUse) return 'NOT_FOUND';
  // Whom the viewer has blocked shows as blocked, whatever they did since: it would tell that they blocked the viewer.
  if (unseen.isAuthorBlocked) return 'BLOCKED';
  if (unseen.isViewerBlocked) return 'NOT_FOUND';
  if (!unseen.isForViewer) return 'RESTRICTED';
  // What moderators removed is there, and its author did not delete it.
  return unseen.isDeleted ? 'DELETED' : 'NOT_FOUND';
}

/** Why a post that was asked for is not shown: what is not for the viewer cannot be told from what never was. */
export function reasonOfLookup(unseen: Unseen | null): UnavailableReason {
  return unseen?.isForViewer ? reasonOfQuoted(unseen) : 'NOT_FOUND';
}
