import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { and, eq, sql } from 'drizzle-orm';
import { isUnlimited } from '../moderation/moderation.store.ts';
import { hashtagItems, posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

export const DAY_MS = 24 * 60 * 60 * 1_000;

/** The use of a hashtag on one day (UTC). */
export type DayCount = { day: Date; posts: number; accounts: number };

/** The beginning of the day (UTC) in which a moment lies. */
export const dayOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS);

/** How often each of the hashtags was used on each day from one on, in public posts that the viewer sees; days without use are left out. */
export async function countDays(
  db: Db,
  hashtagIds: readonly string[],
  { since, viewerId }: { since: Date; viewerId: string | undefined },
): Promise<(DayCount & { hashtagId: string })[]> {
  const rows = await db.execute<{ hashtagId: string; day: number; posts: number; accounts: number }>(sql`
    select hashtag.id as "hashtagId", daily.* from unnest(${uuids(hashtagIds)}) as hashtag(id)
    cross join lateral (
      select extract(epoch from date_trunc('day', ${hashtagItems.sortAt}, 'UTC'))::double precision as day,
        count(*)::integer as posts, count(distinct ${posts.authorId})::integer as accounts
      from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
      where ${and(
        sql`${hashtagItems.hashtagId} = hashtag.id`,
        sql`${hashtagItems.sortAt} >= ${since.toISOString()}::timestamptz`,
        eq(posts.isCounted, true),
        isUnlimited(),
        canViewPost(viewerId),
      )}
      group by 1
    ) as daily`);
  return rows.map(({ day, ...counts }) => ({ ...counts, day: new Date(day * 1_000) }));
}
