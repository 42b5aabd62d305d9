import type { Db } from '@nexus/kit/database';
import { and, eq, sql } from 'drizzle-orm';
import { isPresentable } from '../explore/recommendable.store.ts';
import { DAY_MS, dayOf } from '../hashtag/history.store.ts';
import { isHashtagNotMuted } from '../mute/mute.store.ts';
import { hashtagTrends } from '../tables/discovery.ts';
import { type HashtagRow, hashtagItems, hashtags, posts } from '../tables/posts.ts';
import { canViewPost } from '../visibility/visibility.store.ts';

export type Trend = { hashtag: HashtagRow; score: number };

/** Less than so many people are no trend. */
const THRESHOLD = 5;
/** Whose account is younger when they use a hashtag is not counted: nobody makes a crowd of today. */
const LEAST_AGE_HOURS = 24;
const HALF_LIFE_S = 4 * 60 * 60;
/** What has come down so far is over. */
const LEAST_SCORE = 1;

/**
 * Finds the trends of a moment anew, by Mastodon's measure (mastodon/mastodon, app/models/trends/tags.rb): of the people
 * who used a hashtag today (UTC), o, when e did so yesterday, at least one, χ² = (o - e)² / e where o is more than e and
 * 5 or more; and from its peak on half of that every 4 hours. A day's peak is when its last newcomer came, so all of it
 * follows from posts: one that is hidden later raises no trend, not even one of before. There a person looks at each
 * hashtag before it trends; here the accounts have to be a day old.
 */
export async function replaceTrends(tx: Db, now: Date): Promise<void> {
  const today = dayOf(now).getTime();
  const at = (time: number) => sql`${new Date(time).toISOString()}::timestamptz`;
  const used = sql`
    select ${hashtagItems.hashtagId} as hashtag_id, ${posts.authorId} as author_id,
      date_trunc('day', ${hashtagItems.sortAt}, 'UTC') as day, min(${hashtagItems.sortAt}) as first_at
    from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
    where ${and(
      sql`${hashtagItems.sortAt} >= ${at(today - 2 * DAY_MS)} and ${hashtagItems.sortAt} <= ${at(now.getTime())}`,
      isOfAge,
      isPresentable(),
      canViewPost(undefined),
    )}
    group by 1, 2, 3`;
  await tx.execute(sql`
    with used as (${used}),
    daily as (
      select hashtag_id, day, count(*)::double precision as accounts, max(first_at) as grown_at from used group by 1, 2
    ),
    compared as (
      select today.hashtag_id, today.grown_at, today.accounts as observed, coalesce(yesterday.accounts, 1) as expected
      from daily as today
      left join daily as yesterday
        on yesterday.hashtag_id = today.hashtag_id and yesterday.day = today.day - interval '24 hours'
      where today.day >= ${at(today - DAY_MS)}
    ),
    scored as (
      select hashtag_id, max(
        (observed - expected) ^ 2 / expected
          * 0.5 ^ (extract(epoch from ${at(now.getTime())} - grown_at)::double precision / ${HALF_LIFE_S})) as score
      from compared where observed >= ${THRESHOLD} and observed > expected group by 1
    ),
    trending as (select * from scored where score >= ${LEAST_SCORE}),
    over as (
      delete from ${hashtagTrends} as known where not exists (select from trending where hashtag_id = known.hashtag_id)
    )
    insert into ${hashtagTrends} (hashtag_id, score) select hashtag_id, score from trending
    on conflict (hashtag_id) do update set score = excluded.score`);
}

/** When an account was made is in its id; of one whose id does not say so (no UUID v7) it is taken for old. */
const isOfAge = sql`(
  uuid_extract_timestamp(${posts.authorId}) <= ${hashtagItems.sortAt} - make_interval(hours => ${LEAST_AGE_HOURS}::integer)
) is not false`;

/** The first trends, but for hashtags of which the viewer sees no such post any more, or which they have muted. */
export async function findTrends(
  db: Db,
  { first, viewerId }: { first: number; viewerId: string | undefined },
): Promise<Trend[]> {
  const isThere = sql`exists (
    select from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
    where ${and(
      eq(hashtagItems.hashtagId, hashtagTrends.hashtagId),
      sql`${hashtagItems.sortAt} > now() - interval '3 days'`,
      isPresentable(),
      canViewPost(viewerId),
    )})`;
  return await db
    .select({ hashtag: hashtags, score: hashtagTrends.score })
    .from(hashtagTrends)
    .innerJoin(hashtags, eq(hashtags.id, hashtagTrends.hashtagId))
    .where(and(isThere, isHashtagNotMuted(viewerId)))
    .orderBy(sql`${hashtagTrends.score} desc, ${hashtagTrends.hashtagId} desc`)
    .limit(first);
}
