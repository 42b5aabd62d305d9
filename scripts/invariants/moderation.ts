import { sql } from 'drizzle-orm';

/** Posts and comments that are not as moderators decided. */
export const MODERATED = sql`
  with decided as (
    select subject_id, is_removed, labels,
      case when is_removed then 'REMOVED' when is_limited then 'LIMITED' else 'NONE' end as moderation
    from users.moderation
  )
  select post.id as subject, concat(post.moderation, ' and not ', coalesce(decided.moderation, 'NONE')) as what
  from posts.post left join decided on subject_id = post.id
  where row(post.moderation, post.labels)
    is distinct from row(coalesce(decided.moderation, 'NONE'), coalesce(decided.labels, '{}'))
  union all
  select comment.id, case when comment.is_removed then 'removed by nobody' else 'not removed' end
  from interactions.comment left join decided on subject_id = comment.id
  where comment.is_removed is distinct from coalesce(decided.is_removed, false)`;
