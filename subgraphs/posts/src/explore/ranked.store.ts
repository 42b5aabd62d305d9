import { type SQL, sql } from 'drizzle-orm';
import { engagements } from '../tables/discovery.ts';
import { type RankedPage, steadySince } from './ranked-page.ts';

/** Whether a row of `engagement` stands below where a page begins. */
export function isBelow({ after }: RankedPage): SQL | undefined {
  return (
    after && sql`(${engagements.rank}, ${engagements.postId}) < (${after.rank}::double precision, ${after.id}::uuid)`
  );
}

/** Whether its rank did not fall since whoever pages began; whoever begins has seen nothing yet. */
export function isSteady(page: RankedPage): SQL | undefined {
  if (!page.after) return undefined;
  return sql`(${engagements.fellAt} is null or ${engagements.fellAt} < ${steadySince(page).toISOString()}::timestamptz)`;
}
