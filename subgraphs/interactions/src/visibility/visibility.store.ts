import { isInSight, isMeantFor } from '@nexus/contracts/projections/sight';
import { and, eq, or, type SQL } from 'drizzle-orm';
import { people, postRefs } from '../tables.ts';

/**
 * Who may see a post, and with it what hangs below it: the one rule, as a condition on `post_ref`. A post that is not
 * known here has no row and is seen by nobody.
 */
export function canView(viewerId: string | undefined): SQL | undefined {
  const isLive = eq(postRefs.state, 'LIVE');
  const isForViewer = and(isMeantFor(viewerId, postRefs, people), isInSight(postRefs.authorId, viewerId, people));
  return and(isLive, viewerId === undefined ? isForViewer : or(eq(postRefs.authorId, viewerId), isForViewer));
}
