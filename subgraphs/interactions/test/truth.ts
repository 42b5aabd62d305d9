import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';

/** Every count that differs from the rows it counts; empty means exact. */
export async function findDrift(db: Db): Promise<unknown[]> {
  const rows = await db.execute(sql`
    with truth as (
      select target_id as subject_id, 'reaction:' || kind as name, count(*) as value
      from interactions.reaction where is_counted group by target_id, kind
      union all
      select post_id, 'comment', count(*) from interactions.comment where state <> 'DELETED' and is_counted group by post_id
      union all
      select list_id, 'direct', count(*) from interactions.comment where state = 'DELETED' or is_counted group by list_id
      union all
      select list_id, 'placeholder', count(*) from interactions.comment where state = 'DELETED' group by list_id
      union all
      select post_id, 'share', count(*) from interactions.share where is_shared and is_counted group by post_id
      union all
      select post_id, 'bookmark', count(*) from interactions.bookmark where is_counted group by post_id
    ), shown as (
      select subject_id, name, sum(value) as value
      from (select * from interactions.counter union all select subject_id, name, value from interactions.counter_delta) c
      group by subject_id, name having sum(value) <> 0
    )
    select name, truth.value as truth, shown.value as shown from truth full join shown using (subject_id, name)
    where truth.value is distinct from shown.value`);
  return [...rows];
}

/** Every comment whose score, its deltas included, is not its reactions plus live direct replies. */
export async function findScoreDrift(db: Db): Promise<unknown[]> {
  const rows = await db.execute(sql`
    select * from (
      select c.id,
        c.score + coalesce((select sum(value) from interactions.comment_score_delta where comment_id = c.id), 0) as shown,
        (select count(*) from interactions.reaction where target_id = c.id)
          + (select count(*) from interactions.comment r where r.parent_id = c.id and r.state <> 'DELETED') as truth
      from interactions.comment c
    ) as scored where shown <> truth`);
  return [...rows];
}

/** Placeholders that keep nothing together, and replies whose depth does not fit their parent. */
export async function findBrokenThreads(db: Db): Promise<unknown[]> {
  const rows = await db.execute(sql`
    select c.id, c.state, c.depth from interactions.comment c
    left join interactions.comment parent on parent.id = c.parent_id
    where c.depth <> coalesce(parent.depth + 1, 0)
      or c.state = 'DELETED' and not exists (select from interactions.comment r where r.parent_id = c.id)`);
  return [...rows];
}

/** Facts whose `is_counted` is not what the accounts of their people say; empty once nothing is left to recount. */
export async function findMiscounted(db: Db): Promise<unknown[]> {
  const isInUse = (person: string) =>
    sql`exists (select from interactions.user_ref u where u.id = ${sql.raw(person)} and u.state = 'ACTIVE')`;
  const rows = await db.execute(sql`
    with recursive thread as (
      select id, is_counted, author_id is null or ${isInUse('author_id')} as truth from interactions.comment where parent_id is null
      union all
      select c.id, c.is_counted, thread.truth and (c.author_id is null or ${isInUse('c.author_id')})
      from interactions.comment c join thread on c.parent_id = thread.id
    )
    select id from thread where is_counted <> truth
    union all select id from interactions.reaction r where is_counted <> ${isInUse('r.user_id')}
    union all select id from interactions.share s where is_counted <> ${isInUse('s.actor_id')}
    union all select id from interactions.bookmark b where is_counted <> ${isInUse('b.user_id')}`);
  return [...rows];
}
