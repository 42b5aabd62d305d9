import type postgres from 'postgres';

/** What differs, and what it should be: each query says one thing of the whole database, and answers nothing when all is well. */
const CLAIMS: Readonly<Record<string, string>> = {
  'counters of users': differences(
    'users',
    `select target_id as subject_id, 'followers' as name, count(*) as value from users.relationship
       where is_following and not is_dormant group by 1
     union all select source_id, 'following', count(*) from users.relationship
       where is_following and not is_dormant group by 1`,
  ),
  'counters of posts': differences(
    'posts',
    `select author_id as subject_id, 'posts:' || visibility || coalesce(':' || list_id::text, '') as name, count(*) as value
       from posts.post where deleted_at is null group by 1, 2
     union all select unnest(hashtag_ids), 'posts:PUBLIC', count(*) from posts.post
       where deleted_at is null and is_counted group by 1
     union all select quoted_post_id, 'quotes', count(*) from posts.post
       where quoted_post_id is not null and deleted_at is null and is_counted group by 1`,
  ),
  'counters of interactions': differences(
    'interactions',
    `select target_id as subject_id, 'reaction:' || kind as name, count(*) as value from interactions.reaction
       where is_counted group by 1, 2
     union all select post_id, 'comment', count(*) from interactions.comment
       where state <> 'DELETED' and is_counted group by 1
     union all select list_id, 'direct', count(*) from interactions.comment
       where state = 'DELETED' or is_counted group by 1
     union all select list_id, 'placeholder', count(*) from interactions.comment where state = 'DELETED' group by 1
     union all select post_id, 'share', count(*) from interactions.share where is_shared and is_counted group by 1`,
  ),
  'scores of comments': `
    select c.id from interactions.comment c where state <> 'DELETED'
      and score + (select coalesce(sum(value), 0) from interactions.comment_score_delta d where d.comment_id = c.id)
      <> (select count(*) from interactions.reaction r where r.target_id = c.id)
       + (select count(*) from interactions.comment r where r.parent_id = c.id and r.state <> 'DELETED')`,
  'people in posts': people('posts'),
  'people in interactions': people('interactions'),
  'relationships in posts': edges('posts'),
  'relationships in interactions': edges('interactions'),
  'posts in interactions': `
    select id, r.version as known, p.version as real
    from posts.post p full join interactions.post_ref r using (id)
    where r.version is distinct from p.version or (r.state = 'DELETED') <> (p.deleted_at is not null)`,
  'shares in posts': `
    select s.id, r.version as known, s.version as real
    from interactions.share s join posts.post p on p.id = s.post_id and p.deleted_at is null
    left join posts.share_ref r on (r.post_id, r.actor_id) = (s.post_id, s.actor_id)
    where r.version is distinct from s.version`,
  'posts in feeds': `
    select id from (select id from posts.feed_item where kind = 'POST') as item
    full join (select id, true as is_live from posts.post where deleted_at is null) as post using (id)
    where item is null or post is null`,
  'shares in feeds': `
    select id from (select id from posts.feed_item where kind = 'SHARE') as item
    full join (
      select s.id from interactions.share s join posts.post p on p.id = s.post_id
      where s.is_shared and p.deleted_at is null
    ) as share using (id)
    where item is null or share is null`,
  'events that nobody handled': `
    select name, state, retry_count from pgboss.job
    where state < 'completed' and name not like '%dead%' or name like '%dead%'`,
};

function differences(schema: string, real: string): string {
  return `
    with counted as (
      select subject_id, name, sum(value) as value from (
        select subject_id, name, value from ${schema}.counter
        union all select subject_id, name, value from ${schema}.counter_delta
      ) as stored group by 1, 2
    ), real as (${real})
    select subject_id, name, coalesce(counted.value, 0)::int as counted, coalesce(real.value, 0)::int as real
    from counted full join real using (subject_id, name)
    where coalesce(counted.value, 0) <> coalesce(real.value, 0)`;
}

function people(schema: string): string {
  return `
    select id, r.version as known, u.version as real
    from users.user u full join ${schema}.user_ref r using (id) where r.version is distinct from u.version`;
}

function edges(schema: string): string {
  return `
    select source_id, target_id, r.version as known, u.version as real
    from users.relationship u full join ${schema}.rel_edge r using (source_id, target_id)
    where r.version is distinct from u.version
      or (r.is_following, r.is_blocking) is distinct from (u.is_following, u.is_blocking)`;
}

/** Everything that a count or a copy says otherwise than what it is of. */
export async function findDrift(sql: postgres.Sql): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(CLAIMS)) {
    const rows = await sql.unsafe(query);
    found.push(...rows.map((row) => `${what}: ${JSON.stringify(row)}`));
  }
  return found;
}
