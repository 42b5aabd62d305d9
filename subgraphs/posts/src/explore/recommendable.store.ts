import { and, eq, type SQL, sql } from 'drizzle-orm';
import { isDiscoverable } from '../discoverability/discoverability.store.ts';
import { rulesOfReading } from '../feed/feed-rules.store.ts';
import { isWanted } from '../feedback/feedback.store.ts';
import { isUnlimited } from '../moderation/moderation.store.ts';
import { posts } from '../tables/posts.ts';

/**
 * Whether a post of `posts` is shown to people who did not ask for its author: public, by somebody whose account is open
 * and who wants to be found, neither sensitive nor labelled, limited or removed.
 */
export const isPresentable = (): SQL | undefined =>
  and(
    eq(posts.isCounted, true),
    sql`not ${posts.isSensitive} and ${posts.labels} = '{}'`,
    isUnlimited(),
    isDiscoverable(posts.authorId),
  );

/** Whether it is shown so to the viewer, who sees it, has not muted it, and said nothing against it. */
export const isRecommendable = (viewerId: string | undefined): SQL | undefined =>
  and(isPresentable(), rulesOfReading(viewerId).admitsPost, isWanted(viewerId));
