import type { Engagement } from '@nexus/contracts/events';
import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { engagements } from '../tables/discovery.ts';
import { type PostRow, posts } from '../tables/posts.ts';

type People = Pick<Engagement, 'reactors' | 'commenters' | 'sharers'>;

const NOBODY: People = { reactors: 0, commenters: 0, sharers: 0 };

/**
 * Where a post stands for good, by Reddit's "hot" with people in the place of votes: `log10(1 + reactors + 2 commenters +
 * 3 sharers) + epoch / 45000` (reddit-archive/reddit, r2/lib/db/_sorts.pyx). Ten times as many people make up for 12.5
 * hours of age, and nothing has to be computed anew as time goes by.
 */
const rankOf = ({ reactors, commenters, sharers }: People, createdAt: SQLWrapper): SQL => sql`
  log((1 + ${reactors}::bigint + 2 * ${commenters}::bigint + 3 * ${sharers}::bigint)::double precision)
    + extract(epoch from ${createdAt})::double precision / 45000`;

/** The least rank that a post published at a moment has. */
export const leastRankAt = (moment: Date): number => moment.getTime() / 1_000 / 45_000;

/** Ranks posts that were published just now. */
export async function insertEngagements(tx: Db, published: readonly PostRow[]): Promise<void> {
  const ids = published.map(({ id }) => id);
  await tx.execute(sql`
    insert into ${engagements} (post_id, rank)
    select ${posts.id}, ${rankOf(NOBODY, posts.createdAt)} from ${posts}
    where ${posts.id} = any(${uuids(ids)})`);
}

/** Ranks a live post by newer numbers of people; replay and disorder change nothing. */
export async function upsertEngagement(tx: Db, { postId, version, ...people }: Engagement): Promise<void> {
  const { reactors, commenters, sharers } = people;
  // The post is held: a deletion at this moment comes wholly before or after.
  await tx.execute(sql`
    insert into ${engagements} as known (post_id, reactors, commenters, sharers, version, rank)
    select ${posts.id}, ${reactors}::integer, ${commenters}::integer, ${sharers}::integer, ${version}::integer,
      ${rankOf(people, posts.createdAt)}
    from ${posts} where ${posts.id} = ${postId} and ${posts.deletedAt} is null for share
    on conflict (post_id) do update set
      reactors = excluded.reactors, commenters = excluded.commenters, sharers = excluded.sharers,
      version = excluded.version, rank = excluded.rank,
      fell_at = case when excluded.rank < known.rank then clock_timestamp() else known.fell_at end,
      fell_from = case when excluded.rank < known.rank then greatest(known.fell_from, known.rank) else known.fell_from end
    where known.version < excluded.version`);
}

export async function deleteEngagement(tx: Db, postId: string): Promise<void> {
  await tx.delete(engagements).where(eq(engagements.postId, postId));
}
