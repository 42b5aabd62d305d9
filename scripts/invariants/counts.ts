import { type SQL, sql } from 'drizzle-orm';

/** Counters, their unfolded changes included, that are not the number of rows they count. */
export function driftOf(schema: string, truth: SQL): SQL {
  const stored = (table: string) =>
    sql`select subject_id, name, value from ${sql.identifier(schema)}.${sql.identifier(table)}`;
  return sql`
    with truth as (${truth}), counted as (
      select subject_id, name, sum(value) as value
      from (${stored('counter')} union all ${stored('counter_delta')}) as stored group by subject_id, name
    )
    select concat_ws(' ', name, subject_id) as subject,
      'counted ' || coalesce(counted.value, 0) || ', really ' || coalesce(truth.value, 0) as what
    from truth full join counted using (subject_id, name)
    where coalesce(counted.value, 0) <> coalesce(truth.value, 0)`;
}

/** What each subgraph counts, as the rows themselves have it. */
export const TRUTHS = {
  // Follows between people who are both in use; those of a person who just went or came back are counted soon.
  users: sql`
    with awake as (
      select * from users.relationship where is_following and not is_dormant
    )
    select target_id as subject_id, 'followers' as name, count(*) as value from awake group by 1
    union all select source_id, 'following', count(*) from awake group by 1`,
  posts: sql`
    with live as (select * from posts.post where deleted_at is null)
    select author_id as subject_id,
      case when moderation = 'REMOVED' then 'posts:REMOVED'
        when visibility = 'LIST' then 'posts:LIST:' || list_id else 'posts:' || visibility end as name,
      count(*) as value
    from live group by 1, 2
    union all select unnest(hashtag_ids), 'posts:PUBLIC', count(*) from live where is_counted group by 1
    union all select quoted_post_id, 'quotes', count(*) from live where is_counted and quoted_post_id is not null group by 1
    union all select poll_id, 'voters', count(*) from posts.poll_vote group by 1
    union all select poll_id, 'option:' || choice, count(*) from posts.poll_vote, unnest(choices) choice group by 1, 2`,
  interactions: sql`
    select target_id as subject_id, 'reaction:' || kind as name, count(*) as value
    from interactions.reaction where is_counted group by 1, 2
    union all
    select post_id, 'comment', count(*) from interactions.comment where state <> 'DELETED' and is_counted group by 1
    union all
    select list_id, 'direct', count(*) from interactions.comment where state = 'DELETED' or is_counted group by 1
    union all
    select list_id, 'placeholder', count(*) from interactions.comment where state = 'DELETED' group by 1
    union all
    select post_id, 'share', count(*) from interactions.share where is_shared and is_counted group by 1
    union all
    select post_id, 'bookmark', count(*) from interactions.bookmark where is_counted group by 1`,
};

/** Scores of comments that are not their reactions and live direct replies. */
export const SCORES = sql`
  select id as subject, 'scored ' || shown || ', really ' || truth as what from (
    select c.id,
      c.score + coalesce((select sum(value) from interactions.comment_score_delta where comment_id = c.id), 0) as shown,
      (select count(*) from interactions.reaction where target_id = c.id)
        + (select count(*) from interactions.comment r where r.parent_id = c.id and r.state <> 'DELETED') as truth
    from interactions.comment c
  ) as scored where shown <> truth`;
