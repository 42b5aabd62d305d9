import { type SQL, sql } from 'drizzle-orm';
import { engagements } from '../tables/discovery.ts';
import { type RankedPage, steadySince } from './ranked-page.ts';

/** Whether a row of `engagement` stands below where a page begins. */
export function isBelow({ after }: RankedPage): SQL | undefined {
  return (
    after && sql`(${engagements.rank}, ${engagements.postId}) < (${after.rank}::double precision, ${after.id}::uuid)`
  );
}

/**
 * Whether its rank did not fall since whoever pages began, or from nowhere that they have come to: a like that is given and
 * taken back hides a post from nobody. Whoever begins has seen nothing yet.
 */
export function isSteady(page: RankedPage): SQL | undefined {
  const { after } = page;
  if (!after) return undefined;
  return sql`(
    ${engagements.fellAt} is null or ${engagements.fellAt} < ${steadySince(page).toISOString()}::timestamptz
    or ${engagements.fellFrom} < ${after.rank}::double precision)`;
}
