import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';

/** Counters of follows that are not the number of rows: follows between people who are both in use. */
export async function findDrift(db: Db): Promise<object[]> {
  const rows = await db.execute(sql`
    with counted as (
      select subject_id, name, sum(value)::integer as value from (
        select subject_id, name, value from users.counter union all select subject_id, name, value from users.counter_delta
      ) stored group by 1, 2
    ), awake as (
      select edge.* from users.relationship edge
      join users."user" source on source.id = edge.source_id and source.state = 'ACTIVE'
      join users."user" target on target.id = edge.target_id and target.state = 'ACTIVE'
      where edge.is_following
    ), true_counts as (
      select target_id as subject_id, 'followers' as name, count(*)::integer as value from awake group by 1
      union all
      select source_id, 'following', count(*)::integer from awake group by 1
    )
    select subject_id, name, counted.value as counted, true_counts.value as really
    from counted full join true_counts using (subject_id, name)
    where coalesce(counted.value, 0) <> coalesce(true_counts.value, 0)`);
  return [...rows];
}

/** What two people can never be to each other at once. */
export async function findContradictions(db: Db): Promise<object[]> {
  const rows = await db.execute(sql`
    select 'a follow across a block' as what from users.relationship edge
    join users.relationship back on back.source_id = edge.target_id and back.target_id = edge.source_id
    where (edge.is_following or back.is_following) and edge.is_blocking
    union all
    select 'a request across a block' from users.follow_request request
    join users.relationship block on block.is_blocking and (
      (block.source_id, block.target_id) = (request.requester_id, request.target_id)
      or (block.target_id, block.source_id) = (request.requester_id, request.target_id))
    union all
    select 'a request of a follower' from users.follow_request request
    join users.relationship edge on edge.source_id = request.requester_id and edge.target_id = request.target_id
    where edge.is_following
    union all
    select 'a place on a list across a block' from users.list_member member
    join users.list on list.id = member.list_id
    join users.relationship block on block.is_blocking and (
      (block.source_id, block.target_id) = (list.owner_id, member.user_id)
      or (block.target_id, block.source_id) = (list.owner_id, member.user_id))
    where member.is_member and list.deleted_at is null
    union all
    select 'a request to a public account' from users.follow_request request
    join users."user" target on target.id = request.target_id
    where not target.is_private and target.state = 'ACTIVE'
      and not exists (select from users.recount waiting where waiting.subject_id = target.id)`);
  return [...rows];
}
