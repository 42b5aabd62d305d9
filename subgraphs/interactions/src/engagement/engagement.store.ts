import type { Engagement } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { eq, sql } from 'drizzle-orm';
import { engagements, series, seriesDeltas } from '../tables/analytics.ts';
import { comments, reactions, shares } from '../tables/facts.ts';
import { postRefs } from '../tables/projections.ts';

type Page = { after: string | null; limit: number };

/** Under a post with more comments than this counting them takes its time: it rests a millisecond for each of them. */
const FEW_COMMENTS = 1_000;

/**
 * Counts anew how many people other than its author did something with each of the next posts in doubt, and gives it a
 * higher version. Who reacts or shares does so once, so their number is that of the post's series, less the author's own;
 * who comments may do so often, and is looked for among all comments, at which a busy post is not every second. Whatever
 * comes meanwhile puts the post in doubt again.
 */
export async function recountDue(tx: Db, { after, limit }: Page): Promise<Engagement[]> {
  const rows = await tx.execute<Engagement>(sql`
    with due as (
      select post_id from ${engagements}
      where is_due and (rests_until is null or rests_until <= now()) ${after === null ? sql`` : sql`and post_id > ${after}`}
      order by post_id limit ${limit} for update skip locked
    ), counted as (
      select due.post_id, said.commenters, said.comments,
        ${sumOf('reaction')} - (
          select count(*) from ${reactions} r
          where r.user_id = p.author_id and r.target_id = p.id and r.is_counted
        ) as reactors,
        ${sumOf('share')} - (
          select count(*) from ${shares} s
          where s.actor_id = p.author_id and s.post_id = p.id and s.is_shared and s.is_counted
        ) as sharers
      from due left join ${postRefs} p on p.id = due.post_id
      cross join lateral (
        select count(distinct c.author_id) as commenters, count(*) as comments from ${comments} c
        where c.post_id = p.id and c.is_counted and c.author_id <> p.author_id
      ) as said
    )
    update ${engagements} e set is_due = false,
      rests_until = case when comments > ${FEW_COMMENTS} then now() + comments * interval '1 millisecond' end, version = e.version + 1, reactors = greatest(counted.reactors, 0),
      commenters = counted.commenters, sharers = greatest(counted.sharers, 0)
    from counted where e.post_id = counted.post_id
    returning e.post_id as "postId", e.reactors, e.commenters, e.sharers, e.version`);
  return rows.toSorted((one, other) => (one.postId < other.postId ? -1 : 1));
}

const sumOf = (metric: 'reaction' | 'share') => sql`(
  select coalesce(sum(value), 0) from (
    select value from ${series} where subject_id = p.id and metric = ${metric}
    union all
    select value from ${seriesDeltas} where subject_id = p.id and metric = ${metric}
  ) as stored
)`;

/** Puts all posts in doubt with which anybody ever did something, so that all is told anew; in order, as folding does. */
export async function doubtAll(db: Db): Promise<number> {
  const doubted = await db.execute(sql`
    insert into ${engagements} (post_id, is_due)
    select distinct subject_id, true from ${series}
    join ${postRefs} on ${postRefs.id} = subject_id and ${postRefs.state} = 'LIVE'
    where metric in ('reaction', 'comment', 'share')
    union select post_id, true from ${engagements} order by 1
    on conflict (post_id) do update set is_due = true, rests_until = null
    returning 1`);
  return doubted.length;
}

/** Forgets a post that is deleted; posts has forgotten how many did something with it already. */
export async function deleteEngagement(tx: Db, postId: string): Promise<void> {
  await tx.delete(engagements).where(eq(engagements.postId, postId));
}
