import { and, type SQL, type SQLWrapper } from 'drizzle-orm';
import { isNotMuted, isPostNotMuted } from '../mute/mute.store.ts';
import { canSee, canView } from '../visibility/visibility.store.ts';

/** What a feed shows to somebody: which of the posts in `posts`, and by whose doing. */
export type FeedRules = { admitsPost: SQL | undefined; admitsPerson(id: SQLWrapper): SQL | undefined };

/** What somebody may see: for whoever visits a person. */
export function rulesOfVisit(viewerId: string | undefined): FeedRules {
  return { admitsPost: canView(viewerId), admitsPerson: (id) => canSee(id, viewerId) };
}

/** What somebody may see and wants to: for whatever comes to them. */
export function rulesOfReading(viewerId: string | undefined): FeedRules {
  return {
    admitsPost: and(canView(viewerId), isPostNotMuted(viewerId)),
    admitsPerson: (id) => and(canSee(id, viewerId), isNotMuted(id, viewerId)),
  };
}
