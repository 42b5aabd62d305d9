import { and, type SQL, type SQLWrapper } from 'drizzle-orm';
import { isNotHiddenByLabel } from '../moderation/moderation.store.ts';
import { isNotMuted, isPostNotMuted } from '../mute/mute.store.ts';
import { canViewPerson, canViewPost } from '../visibility/visibility.store.ts';

/** What a feed shows to somebody: which of the posts in `posts`, and by whose doing. */
export type FeedRules = { admitsPost: SQL | undefined; admitsPerson(id: SQLWrapper): SQL | undefined };

/** What somebody may see: for whoever visits a person. */
export function rulesOfVisit(viewerId: string | undefined): FeedRules {
  return { admitsPost: canViewPost(viewerId), admitsPerson: (id) => canViewPerson(id, viewerId) };
}

/** What somebody may see and wants to: for whatever comes to them. */
export function rulesOfReading(viewerId: string | undefined): FeedRules {
  return {
    admitsPost: and(canViewPost(viewerId), isNotHiddenByLabel(viewerId), isPostNotMuted(viewerId)),
    admitsPerson: (id) => and(canViewPerson(id, viewerId), isNotMuted(id, viewerId)),
  };
}
