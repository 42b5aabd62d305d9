import type { Sql } from 'postgres';

/** Where series say anything else than a recount from the facts does, in words of its own. */
export async function wrongSeries(sql: Sql): Promise<readonly unknown[]> {
  return await sql.begin(async (tx) => {
    // Far more than a service ever asks at once.
    await tx`set local statement_timeout = 0`;
    return await tx`
    with fact(post_id, metric, at) as (
      select post_id, 'reaction', created_at from interactions.reaction where target_id = post_id and is_counted
      union all select post_id, 'comment', created_at from interactions.comment where state <> 'DELETED' and is_counted
      union all select post_id, 'share', shared_at from interactions.share where is_shared and is_counted
      union all select post_id, 'bookmark', created_at from interactions.bookmark where is_counted
      union all select post_id, 'impression', seen_at from interactions.impression
      union all select post_id, 'viewer', seen_at from interactions.impression where is_first
      union all select post_id, 'follower_impression', seen_at from interactions.impression where is_by_follower
    ), truth as (
      select subject_id, metric, hour, count(*)::integer as value from (
        select post_id as subject_id, metric, date_trunc('hour', at, 'UTC') as hour from fact
        union all
        select author_id, metric, date_trunc('hour', at, 'UTC') from fact join interactions.post_ref on id = post_id
        union all
        select '00000000-0000-0000-0000-000000000000', metric, date_trunc('hour', at, 'UTC') from fact
        union all
        select target_id, 'follower', date_trunc('hour', followed_at, 'UTC') from interactions.rel_edge where is_following
        union all
        select '00000000-0000-0000-0000-000000000000', 'follower', date_trunc('hour', followed_at, 'UTC')
        from interactions.rel_edge where is_following
      ) as counted group by 1, 2, 3
    ), kept as (
      select subject_id, metric, date_trunc('hour', slot, 'UTC') as hour, sum(value)::integer as value from (
        select subject_id, metric, slot, value from interactions.series
        union all select subject_id, metric, slot, value from interactions.series_delta
      ) as stored where metric <> 'post' group by 1, 2, 3
    )
    select subject_id, metric, hour, kept.value as kept, truth.value as truth
    from kept full join truth using (subject_id, metric, hour)
    where coalesce(kept.value, 0) <> coalesce(truth.value, 0) limit 5`;
  });
}
